namespace LossGen.Tests.ComingFromPyTorch.Singles;

[AxisLoss(Shape.Batch, 16)]
public sealed partial class CosineTriplet
{
    [Formula]
    private static float Value(ReadOnlySpan<float> anchor, ReadOnlySpan<float> positive, ReadOnlySpan<float> negative)
    {
        float near = 0, far = 0, anchorSquares = 0, positiveSquares = 0, negativeSquares = 0;
        for (int i = 0; i < anchor.Length; i++)
        {
            near += anchor[i] * positive[i];
            far += anchor[i] * negative[i];
            anchorSquares += anchor[i] * anchor[i];
            positiveSquares += positive[i] * positive[i];
            negativeSquares += negative[i] * negative[i];
        }

        float nearCosine = near / MathF.Sqrt(anchorSquares * positiveSquares);
        float farCosine = far / MathF.Sqrt(anchorSquares * negativeSquares);
        return MathF.Max(0, 1 + farCosine - nearCosine);
    }
}
