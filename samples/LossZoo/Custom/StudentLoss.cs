using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The negative log-likelihood of Student's t distribution, for a network that predicts its mean and its degrees of freedom, ν: the fewer, the less an outlier counts.
/// ν must be above 0.
/// </summary>
/// <remarks>
/// Kenneth L. Lange, Roderick J. A. Little and Jeremy M. G. Taylor, Robust Statistical Modeling Using the t Distribution, 1989.
/// The gradient of ν is a difference of digammas, of which a float keeps about three digits at ν = 80.
/// </remarks>
[ElementwiseLoss]
public sealed partial class StudentLoss
{
    [Formula]
    private static float Value(float mean, float target, float degrees)
    {
        float error = target - mean;
        return Special.LogGamma(degrees / 2) - Special.LogGamma((degrees + 1) / 2) + 0.5f * MathF.Log(degrees * MathF.PI)
            + (degrees + 1) / 2 * MathF.Log(1 + error * error / degrees);
    }
}
