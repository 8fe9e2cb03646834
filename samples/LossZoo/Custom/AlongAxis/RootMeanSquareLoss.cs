using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// The root of the mean of all squared errors, in the unit of the target.
/// </summary>
/// <remarks>Carl Friedrich Gauss, Theoria combinationis observationum erroribus minimis obnoxiae, 1823.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class RootMeanSquareLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target)
    {
        float squares = 0;
        for (int i = 0; i < prediction.Length; i++)
        {
            float error = prediction[i] - target[i];
            squares += error * error;
        }

        return squares / prediction.Length;
    }

    [Total]
    private static double Total(double squares, long count) => Math.Sqrt(squares / count);
}
