// Softmax and cross-entropy over ten classes: one label for each sample.
[SoftmaxLoss(Shape.Batch, 10)]
public sealed partial class DigitLoss;
