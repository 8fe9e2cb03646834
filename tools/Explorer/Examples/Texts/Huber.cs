// Huber's loss, written as a formula. Its derivatives are taken by the compiler.
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
