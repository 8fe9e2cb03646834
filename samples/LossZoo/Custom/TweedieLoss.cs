using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The negative log-likelihood of a Tweedie distribution between Poisson's and the gamma, up to terms that do not depend on the prediction: many zeros, the rest positive.
/// The prediction is the logarithm of the mean.
/// </summary>
/// <remarks>
/// Bent Jørgensen, Exponential Dispersion Models, 1987, after Maurice C. K. Tweedie, An Index Which Distinguishes between Some Important Exponential Families, 1984.
/// </remarks>
[ElementwiseLoss]
public sealed partial class TweedieLoss
{
    [Formula]
    private static float Value(
        float logMean, float target, [Parameter(Minimum = 1, Maximum = 2, MinimumIsExclusive = true, MaximumIsExclusive = true)] float power = 1.5f) =>
        MathF.Exp((2 - power) * logMean) / (2 - power) - target * MathF.Exp((1 - power) * logMean) / (1 - power);
}
