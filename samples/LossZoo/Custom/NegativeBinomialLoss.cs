using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The negative log-likelihood of a negative binomial distribution: counts of mean m and variance m + m²/r. The predictions are the logarithms of m and of r; as r grows, the
/// distribution tends to Poisson's.
/// </summary>
/// <remarks>
/// Jerald F. Lawless, Negative Binomial and Mixed Poisson Regression, 1987.
/// The logarithm of (m + r)/r is written as softplus, which does not overflow. The gradient of log r is a difference of digammas times r, which in float loses digits as r grows.
/// </remarks>
[ElementwiseLoss]
public sealed partial class NegativeBinomialLoss
{
    [Formula]
    private static float Value(float logMean, float count, float logDispersion)
    {
        float dispersion = MathF.Exp(logDispersion);
        float logRatio = logMean - logDispersion;
        return Special.LogGamma(dispersion) + Special.LogGamma(count + 1) - Special.LogGamma(count + dispersion)
            + dispersion * Special.Softplus(logRatio) + count * Special.Softplus(-logRatio);
    }
}
