namespace LossGen.Tests.ComingFromPyTorch.Singles;

[AxisLoss(Shape.Batch, 5)]
public sealed partial class WeightedMultiLabelSoftMargin
{
    [Formula]
    private static float Value(ReadOnlySpan<float> logits, [NoGradient] ReadOnlySpan<float> target, [Parameter] ReadOnlySpan<float> weights)
    {
        float sum = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            sum += weights[i] * (Special.Softplus(logits[i]) - target[i] * logits[i]);
        }

        return sum / logits.Length;
    }
}
