using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Triplet loss: how far the positive is from being closer to the anchor than the negative by the margin.
/// </summary>
/// <remarks>Florian Schroff, Dmitry Kalenichenko and James Philbin, FaceNet: A Unified Embedding for Face Recognition and Clustering, 2015.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class TripletMarginLoss
{
    [Formula]
    private static float Value(
        ReadOnlySpan<float> anchor, ReadOnlySpan<float> positive, ReadOnlySpan<float> negative, [Parameter(Minimum = 0)] float margin = 1, [Parameter(Minimum = 0)] float epsilon = 1e-6f) =>
        MathF.Max(0, margin + Distance(anchor, positive, epsilon) - Distance(anchor, negative, epsilon));

    private static float Distance(ReadOnlySpan<float> left, ReadOnlySpan<float> right, float epsilon)
    {
        float squares = 0;
        for (int i = 0; i < left.Length; i++)
        {
            float difference = left[i] - right[i] + epsilon;
            squares += difference * difference;
        }

        return MathF.Sqrt(squares);
    }
}
