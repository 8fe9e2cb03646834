using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The negative log-likelihood of a Poisson distribution, with Stirling's approximation of log(y!) for counts y above 1. The prediction is the logarithm of the rate.
/// </summary>
/// <remarks>
/// John A. Nelder and Robert W. M. Wedderburn, Generalized Linear Models, 1972; the approximation as in PyTorch.
/// </remarks>
[ElementwiseLoss]
public sealed partial class FullPoissonLoss
{
    [Formula]
    private static float Value(float logRate, float count)
    {
        float stirling = count > 1 ? count * MathF.Log(count) - count + 0.5f * MathF.Log(2 * MathF.PI * count) : 0;
        return MathF.Exp(logRate) - count * logRate + stirling;
    }
}
