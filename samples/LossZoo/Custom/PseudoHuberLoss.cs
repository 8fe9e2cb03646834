using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// A smooth form of Huber's loss: half the square of a small error, δ times the absolute value of a large one.
/// </summary>
/// <remarks>
/// Richard Hartley and Andrew Zisserman, Multiple View Geometry in Computer Vision, second edition, 2003; at δ = 1 the loss of Pierre Charbonnier and others,
/// Deterministic Edge-Preserving Regularization in Computed Imaging, 1997.
/// </remarks>
[ElementwiseLoss]
public sealed partial class PseudoHuberLoss
{
    [Formula]
    private static float Value(float prediction, float target, [Parameter(Minimum = 0, MinimumIsExclusive = true)] float delta = 1)
    {
        float ratio = (prediction - target) / delta;
        return delta * delta * (MathF.Sqrt(1 + ratio * ratio) - 1);
    }
}
