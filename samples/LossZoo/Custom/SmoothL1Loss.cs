using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The smooth L1 loss: the absolute error, smoothed below β. It is Huber's divided by β, so that the gradient of a large error is ±1; at β = 0 it is the L1 loss.
/// </summary>
/// <remarks>
/// Ross Girshick, Fast R-CNN, 2015.
/// </remarks>
[ElementwiseLoss]
public sealed partial class SmoothL1Loss
{
    [Formula]
    private static float Value(float prediction, float target, [Parameter(Minimum = 0)] float beta = 1)
    {
        float error = MathF.Abs(prediction - target);
        return error < beta ? 0.5f * error * error / beta : error - 0.5f * beta;
    }
}
