using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The square of the hinge: the target is −1 or 1, the prediction a score.
/// </summary>
/// <remarks>
/// Yichuan Tang, Deep Learning using Linear Support Vector Machines, 2013.
/// </remarks>
[ElementwiseLoss]
public sealed partial class SquaredHingeLoss
{
    [Formula]
    private static float Value(float prediction, float target)
    {
        float violation = MathF.Max(1 - prediction * target, 0);
        return violation * violation;
    }
}
