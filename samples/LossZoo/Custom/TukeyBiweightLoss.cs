using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// Tukey's biweight: any error of c or more has loss c²/6 and gradient 0.
/// </summary>
/// <remarks>
/// Albert E. Beaton and John W. Tukey, The Fitting of Power Series, Meaning Polynomials, Illustrated on Band-Spectroscopic Data, 1974.
/// The gradient of a small error is exact, while its value, c²/6 minus almost as much, is exact to 10⁻⁷ of c²/6.
/// </remarks>
[ElementwiseLoss]
public sealed partial class TukeyBiweightLoss
{
    [Formula]
    private static float Value(float prediction, float target, [Parameter(Minimum = 0, MinimumIsExclusive = true)] float cutoff = 4.685f)
    {
        float ratio = (prediction - target) / cutoff;
        float rest = 1 - ratio * ratio;
        return cutoff * cutoff / 6 * (rest <= 0 ? 1 : 1 - rest * rest * rest);
    }
}
