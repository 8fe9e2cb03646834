using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The logarithm of the hyperbolic cosine: half the square of a small error, the absolute value of a large one minus log 2.
/// </summary>
/// <remarks>
/// Ralph Neuneier and Hans Georg Zimmermann, How to Train Neural Networks, 1998.
/// The compiler recognises this expression: it neither overflows for a large error nor loses the digits of a small one.
/// </remarks>
[ElementwiseLoss]
public sealed partial class LogCoshLoss
{
    [Formula]
    private static float Value(float prediction, float target)
    {
        float error = prediction - target;
        return MathF.Log((MathF.Exp(error) + MathF.Exp(-error)) / 2);
    }
}
