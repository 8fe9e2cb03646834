using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The negative log-likelihood of a normal distribution with its constant, ½·log 2π, for a network that predicts mean and variance: a variance below ε counts as ε and has no gradient.
/// </summary>
/// <remarks>
/// David A. Nix and Andreas S. Weigend, Estimating the Mean and Variance of the Target Probability Distribution, 1994; the least variance as in PyTorch.
/// </remarks>
[ElementwiseLoss]
public sealed partial class FullGaussianLoss
{
    [Formula]
    private static float Value(float mean, float target, float variance, [Parameter(Minimum = 0, MinimumIsExclusive = true)] float epsilon = 1e-6f)
    {
        float bounded = MathF.Max(variance, epsilon);
        float error = mean - target;
        return 0.5f * (MathF.Log(2 * MathF.PI) + MathF.Log(bounded) + error * error / bounded);
    }
}
