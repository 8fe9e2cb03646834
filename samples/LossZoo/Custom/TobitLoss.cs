using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The negative log-likelihood of a normal distribution of deviation 1 whose values below a limit are not observed: a target at the limit, or below, says only that the
/// value is not above it.
/// </summary>
/// <remarks>
/// James Tobin, Estimation of Relationships for Limited Dependent Variables, 1958.
/// </remarks>
[ElementwiseLoss]
public sealed partial class TobitLoss
{
    [Formula]
    private static float Value(float mean, float target, [Parameter] float limit = 0)
    {
        float error = target - mean;
        return target <= limit ? -Special.LogNormalCdf(limit - mean) : 0.5f * (error * error + MathF.Log(2 * MathF.PI));
    }
}
