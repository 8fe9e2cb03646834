// Cross-entropy of scaled cosines, from which the label's has a margin subtracted: a formula with a loop along the axis.
[AxisLoss(Shape.Batch, 10)]
public sealed partial class MarginLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> cosine, int label, [Parameter(Minimum = 0)] float scale = 8, [Parameter(Minimum = 0)] float margin = 0.35f)
    {
        float sum = 0;
        for (int i = 0; i < cosine.Length; i++)
        {
            sum += MathF.Exp(scale * (i == label ? cosine[i] - margin : cosine[i]));
        }

        return MathF.Log(sum) - scale * (cosine[label] - margin);
    }
}
