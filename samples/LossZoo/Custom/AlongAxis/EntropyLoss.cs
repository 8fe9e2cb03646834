using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// The entropy of the softmax, to be added to another loss where predictions are to be certain, or subtracted where they are not.
/// </summary>
/// <remarks>Yves Grandvalet and Yoshua Bengio, Semi-supervised Learning by Entropy Minimization, 2004.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class EntropyLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> logits) => Along.Entropy(logits);
}
