using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Multi-class hinge, squared, with a weight for each class: the mean, over all classes, of how far each other class comes within the margin of the label's.
/// </summary>
/// <remarks>Koby Crammer and Yoram Singer, On the Algorithmic Implementation of Multiclass Kernel-based Vector Machines, 2001.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class SquaredMultiMarginLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> scores, int label, [Parameter(Minimum = 0)] ReadOnlySpan<float> classWeights, [Parameter(Minimum = 0)] float margin = 1)
    {
        float sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            if (i != label)
            {
                float within = MathF.Max(0, margin - scores[label] + scores[i]);
                sum += within * within;
            }
        }

        return classWeights[label] * sum / scores.Length;
    }
}
