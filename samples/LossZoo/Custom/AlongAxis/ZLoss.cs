using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Cross-entropy that keeps the logarithm of the softmax's divisor near 0.
/// </summary>
/// <remarks>Aakanksha Chowdhery et al., PaLM: Scaling Language Modeling with Pathways, 2022.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class ZLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> logits, int label, [Parameter(Minimum = 0)] float z = 1e-4f)
    {
        float logSum = Along.LogSumExp(logits);
        return logSum - logits[label] + z * logSum * logSum;
    }
}
