// One minus the cosine of two vectors: a formula with loops along the axis.
[AxisLoss(Shape.Batch, 16)]
public sealed partial class CosineLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target)
    {
        float product = 0;
        float first = 0;
        float second = 0;
        for (int i = 0; i < prediction.Length; i++)
        {
            product += prediction[i] * target[i];
            first += prediction[i] * prediction[i];
            second += target[i] * target[i];
        }

        return 1 - product / MathF.Sqrt(first * second);
    }
}
