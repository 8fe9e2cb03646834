using System.Numerics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders.Tensors;

/// <summary>The mean of a formula over the samples, in blocks that stay in the first-level cache from one function to the next.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TFormula">The formula.</typeparam>
public sealed class TensorsElementwiseLoss<T, TFormula>(TensorShape shape) : HandWrittenLoss<T, T>(shape)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TFormula : struct, IBlockFormula<T>
{
    private const int Block = 1024;

    private readonly T[] scratch = new T[Block];

    public override T Forward(ReadOnlySpan<T> prediction, ReadOnlySpan<T> groundTruth) => Compute(prediction, groundTruth, [], withValue: true);

    public override void Backward(ReadOnlySpan<T> prediction, ReadOnlySpan<T> groundTruth, Span<T> gradient) =>
        Compute(prediction, groundTruth, gradient, withValue: false);

    public override T ForwardBackward(ReadOnlySpan<T> prediction, ReadOnlySpan<T> groundTruth, Span<T> gradient) =>
        Compute(prediction, groundTruth, gradient, withValue: true);

    private T Compute(ReadOnlySpan<T> prediction, ReadOnlySpan<T> groundTruth, Span<T> gradient, bool withValue)
    {
        T scale = T.One / T.CreateTruncating(Dimensions.Divisor);
        double value = 0;
        for (int start = 0; start < prediction.Length; start += Block)
        {
            int count = Math.Min(Block, prediction.Length - start);
            ReadOnlySpan<T> x = prediction.Slice(start, count);
            ReadOnlySpan<T> y = groundTruth.Slice(start, count);
            Span<T> block = scratch.AsSpan(0, count);
            if (withValue)
            {
                value += double.CreateTruncating(TFormula.Value(x, y, block));
            }

            if (!gradient.IsEmpty)
            {
                TFormula.Gradient(x, y, scale, gradient.Slice(start, count), block);
            }
        }

        return T.CreateTruncating(value / Dimensions.Divisor);
    }
}
