using System.Numerics;
using System.Numerics.Tensors;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders.Tensors;

/// <summary>Softmax with cross-entropy, one row at a time.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class TensorsSoftmax<T>(TensorShape shape) : HandWrittenLoss<T, int>(shape)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] probabilities = new T[shape.Classes];

    public override T Forward(ReadOnlySpan<T> prediction, ReadOnlySpan<int> groundTruth)
    {
        double value = 0;
        for (int row = 0; row < groundTruth.Length; row++)
        {
            TensorPrimitives.SoftMax(prediction.Slice(row * Dimensions.Classes, Dimensions.Classes), probabilities);
            value -= double.CreateTruncating(T.Log(probabilities[groundTruth[row]]));
        }

        return T.CreateTruncating(value / Dimensions.Divisor);
    }

    public override void Backward(ReadOnlySpan<T> prediction, ReadOnlySpan<int> groundTruth, Span<T> gradient) =>
        Compute(prediction, groundTruth, gradient, withValue: false);

    public override T ForwardBackward(ReadOnlySpan<T> prediction, ReadOnlySpan<int> groundTruth, Span<T> gradient) =>
        Compute(prediction, groundTruth, gradient, withValue: true);

    private T Compute(ReadOnlySpan<T> prediction, ReadOnlySpan<int> labels, Span<T> gradient, bool withValue)
    {
        T scale = T.One / T.CreateTruncating(Dimensions.Divisor);
        double value = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            Span<T> rowGradient = gradient.Slice(row * Dimensions.Classes, Dimensions.Classes);
            TensorPrimitives.SoftMax(prediction.Slice(row * Dimensions.Classes, Dimensions.Classes), rowGradient);
            if (withValue)
            {
                value -= double.CreateTruncating(T.Log(rowGradient[labels[row]]));
            }

            TensorPrimitives.Multiply(rowGradient, scale, rowGradient);
            rowGradient[labels[row]] -= scale;
        }

        return T.CreateTruncating(value / Dimensions.Divisor);
    }
}
