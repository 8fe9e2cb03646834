using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The quantile or pinball loss, whose best constant prediction is the τ-quantile: a prediction that is too low costs τ, one that is too high 1 − τ.
/// </summary>
/// <remarks>
/// Roger Koenker and Gilbert Bassett, Regression Quantiles, 1978.
/// </remarks>
[ElementwiseLoss]
public sealed partial class QuantileLoss
{
    [Formula]
    private static float Value(
        float prediction, float target, [Parameter(Minimum = 0, Maximum = 1, MinimumIsExclusive = true, MaximumIsExclusive = true)] float tau = 0.5f)
    {
        float shortfall = target - prediction;
        return shortfall >= 0 ? tau * shortfall : (tau - 1) * shortfall;
    }
}
