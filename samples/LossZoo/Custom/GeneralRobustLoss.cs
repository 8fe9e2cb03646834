using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// A family of robust losses: α = 1 is Charbonnier's or the pseudo-Huber loss, 0 Cauchy's, −2 that of Geman and McClure; as α tends to 2 it tends to the square.
/// </summary>
/// <remarks>
/// Jonathan T. Barron, A General and Adaptive Robust Loss Function, 2019.
/// The power is written as an exponential minus 1, which the compiler computes without cancellation.
/// </remarks>
[ElementwiseLoss]
public sealed partial class GeneralRobustLoss
{
    [Formula]
    private static float Value(
        float prediction,
        float target,
        [Parameter(Maximum = 2, MaximumIsExclusive = true)] float alpha = 1,
        [Parameter(Minimum = 0, MinimumIsExclusive = true)] float scale = 1)
    {
        float ratio = (prediction - target) / scale;
        float square = ratio * ratio;
        return alpha == 0
            ? MathF.Log(1 + 0.5f * square)
            : (2 - alpha) / alpha * (MathF.Exp(0.5f * alpha * MathF.Log(1 + square / (2 - alpha))) - 1);
    }
}
