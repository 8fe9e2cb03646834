using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The negative log-likelihood of a normal distribution, up to a constant, for a network that predicts mean and variance. The variance must be above 0.
/// </summary>
/// <remarks>
/// David A. Nix and Andreas S. Weigend, Estimating the Mean and Variance of the Target Probability Distribution, 1994.
/// </remarks>
[ElementwiseLoss]
public sealed partial class GaussianLoss
{
    [Formula]
    private static float Value(float mean, float variance, float target)
    {
        float error = mean - target;
        return 0.5f * (MathF.Log(variance) + error * error / variance);
    }
}
