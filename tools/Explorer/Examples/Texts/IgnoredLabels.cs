// Tokens of a text: those with the label −100 do not count, and the sum is divided by the number of the others.
[SoftmaxLoss(Shape.Batch, 32, IgnoreLabel = -100, Denominator = LossDenominator.Kept, Outputs = LossOutputs.Accuracy)]
public sealed partial class TokenLoss;
