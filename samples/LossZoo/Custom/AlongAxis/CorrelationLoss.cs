using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// One minus the correlation of two vectors: 0 if they rise and fall together, 2 if they do the opposite.
/// </summary>
/// <remarks>Karl Pearson, Notes on regression and inheritance in the case of two parents, 1895.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class CorrelationLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        float leftMean = Along.Mean(left), rightMean = Along.Mean(right);
        float together = 0, leftSquares = 0, rightSquares = 0;
        for (int i = 0; i < left.Length; i++)
        {
            float a = left[i] - leftMean, b = right[i] - rightMean;
            together += a * b;
            leftSquares += a * a;
            rightSquares += b * b;
        }

        return 1 - together / MathF.Sqrt(leftSquares * rightSquares);
    }
}
