using LossGen;

namespace LossGen_App1;

/// <summary>The pseudo-Huber loss: almost the squared error where that is small, and almost a straight line from <c>delta</c> on, so that a wrong measurement pulls no harder than others.</summary>
[ElementwiseLoss]
public sealed partial class RobustLoss
{
    [Formula]
    private static float Value(float prediction, [NoGradient] float target, [Parameter(Minimum = 0.001)] float delta = 0.05f)
    {
        float error = prediction - target;
        return delta * (MathF.Sqrt(error * error + delta * delta) - delta);
    }
}
