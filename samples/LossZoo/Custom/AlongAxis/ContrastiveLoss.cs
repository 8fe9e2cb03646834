using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Draws a pair together by the square of its distance if it is the same, and apart, until the distance is the margin, if it is not; "same" is 1 or 0.
/// </summary>
/// <remarks>Raia Hadsell, Sumit Chopra and Yann LeCun, Dimensionality Reduction by Learning an Invariant Mapping, 2006.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class ContrastiveLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> left, ReadOnlySpan<float> right, [NoGradient] float same, [Parameter(Minimum = 0)] float margin = 1)
    {
        float squares = 0;
        for (int i = 0; i < left.Length; i++)
        {
            float difference = left[i] - right[i];
            squares += difference * difference;
        }

        float missing = MathF.Max(0, margin - MathF.Sqrt(squares));
        return same * squares + (1 - same) * missing * missing;
    }
}
