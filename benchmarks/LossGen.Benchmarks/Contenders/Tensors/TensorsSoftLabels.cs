using System.Numerics;
using System.Numerics.Tensors;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders.Tensors;

/// <summary>Softmax with cross-entropy against a distribution, one row at a time.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class TensorsSoftLabels<T>(TensorShape shape) : HandWrittenLoss<T, T>(shape)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] probabilities = new T[shape.Classes];
    private readonly T[] logarithms = new T[shape.Classes];

    public override T Forward(ReadOnlySpan<T> prediction, ReadOnlySpan<T> groundTruth)
    {
        double value = 0;
        for (int start = 0; start < prediction.Length; start += Dimensions.Classes)
        {
            TensorPrimitives.SoftMax(prediction.Slice(start, Dimensions.Classes), probabilities);
            value += Value(probabilities, groundTruth.Slice(start, Dimensions.Classes));
        }

        return T.CreateTruncating(value / Dimensions.Divisor);
    }

    public override void Backward(ReadOnlySpan<T> prediction, ReadOnlySpan<T> groundTruth, Span<T> gradient) =>
        Compute(prediction, groundTruth, gradient, withValue: false);

    public override T ForwardBackward(ReadOnlySpan<T> prediction, ReadOnlySpan<T> groundTruth, Span<T> gradient) =>
        Compute(prediction, groundTruth, gradient, withValue: true);

    private T Compute(ReadOnlySpan<T> prediction, ReadOnlySpan<T> groundTruth, Span<T> gradient, bool withValue)
    {
        T scale = T.One / T.CreateTruncating(Dimensions.Divisor);
        double value = 0;
        for (int start = 0; start < prediction.Length; start += Dimensions.Classes)
        {
            Span<T> rowGradient = gradient.Slice(start, Dimensions.Classes);
            ReadOnlySpan<T> targets = groundTruth.Slice(start, Dimensions.Classes);
            TensorPrimitives.SoftMax(prediction.Slice(start, Dimensions.Classes), rowGradient);
            if (withValue)
            {
                value += Value(rowGradient, targets);
            }

            TensorPrimitives.Multiply(rowGradient, TensorPrimitives.Sum(targets), rowGradient);
            TensorPrimitives.Subtract(rowGradient, targets, rowGradient);
            TensorPrimitives.Multiply(rowGradient, scale, rowGradient);
        }

        return T.CreateTruncating(value / Dimensions.Divisor);
    }

    private double Value(ReadOnlySpan<T> probabilitiesOfRow, ReadOnlySpan<T> targets)
    {
        TensorPrimitives.Log(probabilitiesOfRow, logarithms);
        return -double.CreateTruncating(TensorPrimitives.Dot(logarithms, targets));
    }
}
