using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Cross-entropy with a weight for each class and smoothed labels, divided by the sum of the labels' weights.
/// </summary>
/// <remarks>Adam Paszke et al., PyTorch: An Imperative Style, High-Performance Deep Learning Library, 2019: CrossEntropyLoss.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class ClassWeightedCrossEntropyLoss
{
    [Formula]
    private static (float, float) Value(
        ReadOnlySpan<float> logits, int label, [Parameter(Minimum = 0)] ReadOnlySpan<float> classWeights, [Parameter(Minimum = 0, Maximum = 1)] float labelSmoothing = 0)
    {
        float logSum = Along.LogSumExp(logits), ofAll = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            ofAll += classWeights[i] * (logSum - logits[i]);
        }

        float ofLabel = classWeights[label] * (logSum - logits[label]);
        return ((1 - labelSmoothing) * ofLabel + labelSmoothing / logits.Length * ofAll, classWeights[label]);
    }

    [Total]
    private static double Total(double loss, double weight) => loss / weight;
}
