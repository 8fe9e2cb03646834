using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The distance of a pair that belongs together, whose target is 1; how far another pair, whose target is −1, is within the margin.
/// </summary>
/// <remarks>
/// Hossein Mobahi, Ronan Collobert and Jason Weston, Deep Learning from Temporal Coherence in Video, 2009.
/// </remarks>
[ElementwiseLoss]
public sealed partial class HingeEmbeddingLoss
{
    [Formula]
    private static float Value(float distance, float target, [Parameter(Minimum = 0)] float margin = 1) =>
        target > 0 ? distance : MathF.Max(0, margin - distance);
}
