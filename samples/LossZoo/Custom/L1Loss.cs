using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The absolute error, whose best constant prediction is the median.
/// </summary>
/// <remarks>
/// Roger Joseph Boscovich, De Litteraria Expeditione per Pontificiam Ditionem, 1757.
/// </remarks>
[ElementwiseLoss]
public sealed partial class L1Loss
{
    [Formula]
    private static float Value(float prediction, float target) => MathF.Abs(prediction - target);
}
