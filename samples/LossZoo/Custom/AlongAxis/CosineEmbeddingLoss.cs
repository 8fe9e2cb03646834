using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Draws two vectors into one direction if the target is 1, and apart, until their cosine is at most the margin, if it is −1.
/// </summary>
/// <remarks>Sumit Chopra, Raia Hadsell and Yann LeCun, Learning a Similarity Metric Discriminatively, with Application to Face Verification, 2005; the cosine as in PyTorch.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class CosineEmbeddingLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> left, ReadOnlySpan<float> right, [NoGradient] float target, [Parameter(Minimum = -1, Maximum = 1)] float margin = 0)
    {
        float dot = 0, leftSquares = 1e-12f, rightSquares = 1e-12f;
        for (int i = 0; i < left.Length; i++)
        {
            dot += left[i] * right[i];
            leftSquares += left[i] * left[i];
            rightSquares += right[i] * right[i];
        }

        float cosine = dot / MathF.Sqrt(leftSquares * rightSquares);
        return target > 0 ? 1 - cosine : MathF.Max(0, cosine - margin);
    }
}
