using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Cross-entropy with a probability of each class as target, and a weight for each class.
/// </summary>
/// <remarks>Adam Paszke et al., PyTorch: An Imperative Style, High-Performance Deep Learning Library, 2019: CrossEntropyLoss.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class SoftLabelCrossEntropyLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> logits, ReadOnlySpan<float> target, [Parameter(Minimum = 0)] ReadOnlySpan<float> classWeights)
    {
        float sum = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            sum -= classWeights[i] * target[i] * Along.LogSoftmax(logits, i);
        }

        return sum;
    }
}
