using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// The mean, over all classes, of the cross-entropy of yes and no, in which a yes of a class has that class's weight.
/// </summary>
/// <remarks>Gary King and Langche Zeng, Logistic Regression in Rare Events Data, 2001.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class PositiveWeightedCrossEntropyLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> logits, [NoGradient] ReadOnlySpan<float> target, [Parameter(Minimum = 0)] ReadOnlySpan<float> positiveWeights)
    {
        float sum = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            sum += positiveWeights[i] * target[i] * Special.Softplus(-logits[i]) + (1 - target[i]) * Special.Softplus(logits[i]);
        }

        return sum / logits.Length;
    }
}
