using LossGen;

namespace Boosting.Losses;

/// <summary>
/// The negative log-likelihood of a Tweedie distribution of power 1.5, for amounts of which many are zero, up to terms that do not depend on the prediction:
/// the logarithm of the mean.
/// </summary>
/// <remarks>
/// Bent Jørgensen, Exponential Dispersion Models, 1987, after Maurice C. K. Tweedie, An Index Which Distinguishes between Some Important Exponential Families, 1984.
/// </remarks>
[ElementwiseLoss(Curvature = true)]
public sealed partial class TweedieLoss
{
    [Formula]
    private static float Value(float logMean, [NoGradient] float amount) => 2 * MathF.Exp(logMean / 2) + 2 * amount * MathF.Exp(-logMean / 2);
}
