using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The negative log-likelihood of a Cauchy distribution of width c, up to constants: the gradient of an outlier tends to 0.
/// </summary>
/// <remarks>
/// Paul W. Holland and Roy E. Welsch, Robust Regression Using Iteratively Reweighted Least-Squares, 1977.
/// </remarks>
[ElementwiseLoss]
public sealed partial class CauchyLoss
{
    [Formula]
    private static float Value(float prediction, float target, [Parameter(Minimum = 0, MinimumIsExclusive = true)] float width = 1)
    {
        float ratio = (prediction - target) / width;
        return 0.5f * width * width * MathF.Log(1 + ratio * ratio);
    }
}
