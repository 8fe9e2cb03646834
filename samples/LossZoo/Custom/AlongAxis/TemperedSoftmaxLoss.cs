using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Cross-entropy of logits that are divided by a temperature.
/// </summary>
/// <remarks>Geoffrey Hinton, Oriol Vinyals and Jeff Dean, Distilling the Knowledge in a Neural Network, 2015.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class TemperedSoftmaxLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> logits, int label, [Parameter(Minimum = 0, MinimumIsExclusive = true)] float temperature = 0.5f)
    {
        float sum = 0;
        foreach (float logit in logits)
        {
            sum += MathF.Exp(logit / temperature);
        }

        return MathF.Log(sum) - logits[label] / temperature;
    }
}
