using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The generalised Charbonnier loss: a power of the squared error, which ε smooths at 0.
/// </summary>
/// <remarks>
/// Deqing Sun, Stefan Roth and Michael J. Black, Secrets of Optical Flow Estimation and Their Principles, 2010.
/// ε is at least 1e-18, so that its square is a normal float: if it were 0, the gradient at equal inputs would be 0·∞.
/// </remarks>
[ElementwiseLoss]
public sealed partial class GeneralisedCharbonnierLoss
{
    [Formula]
    private static float Value(
        float prediction,
        float target,
        [Parameter(Minimum = 1e-18)] float epsilon = 0.001f,
        [Parameter(Minimum = 0, MinimumIsExclusive = true)] float exponent = 0.45f)
    {
        float error = prediction - target;
        return MathF.Pow(error * error + epsilon * epsilon, exponent);
    }
}
