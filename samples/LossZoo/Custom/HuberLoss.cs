using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// Huber's loss: half the square of an error up to δ, and linear beyond.
/// </summary>
/// <remarks>
/// Peter J. Huber, Robust Estimation of a Location Parameter, 1964.
/// </remarks>
[ElementwiseLoss]
public sealed partial class HuberLoss
{
    [Formula]
    private static float Value(float prediction, float target, [Parameter(Minimum = 0)] float delta = 1)
    {
        float error = MathF.Abs(prediction - target);
        return error <= delta ? 0.5f * error * error : delta * (error - 0.5f * delta);
    }
}
