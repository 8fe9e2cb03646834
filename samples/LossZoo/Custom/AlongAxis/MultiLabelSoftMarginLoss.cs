using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// For samples that belong to several classes: the mean, over all classes, of the cross-entropy of yes and no, with a weight for each class.
/// </summary>
/// <remarks>Adam Paszke et al., PyTorch: An Imperative Style, High-Performance Deep Learning Library, 2019.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class MultiLabelSoftMarginLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> logits, [NoGradient] ReadOnlySpan<float> target, [Parameter(Minimum = 0)] ReadOnlySpan<float> classWeights)
    {
        float sum = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            sum += classWeights[i] * (target[i] * Special.Softplus(-logits[i]) + (1 - target[i]) * Special.Softplus(logits[i]));
        }

        return sum / logits.Length;
    }
}
