namespace LossGen.Tests.ComingFromPyTorch.Singles;

[AxisLoss(Shape.Batch, 10, IgnoreLabel = -100, Denominator = LossDenominator.Kept)]
public sealed partial class NegativeLogLikelihood
{
    [Formula]
    private static float Value(ReadOnlySpan<float> logProbabilities, int label) => -logProbabilities[label];
}
