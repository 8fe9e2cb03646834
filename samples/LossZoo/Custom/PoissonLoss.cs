using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The negative log-likelihood of a Poisson distribution, up to terms that do not depend on the prediction: the prediction is the logarithm of the rate, the target a count.
/// </summary>
/// <remarks>
/// John A. Nelder and Robert W. M. Wedderburn, Generalized Linear Models, 1972.
/// </remarks>
[ElementwiseLoss]
public sealed partial class PoissonLoss
{
    [Formula]
    private static float Value(float logRate, float count) => MathF.Exp(logRate) - count * logRate;
}
