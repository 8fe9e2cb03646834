using System.Numerics;
using System.Numerics.Tensors;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders.Tensors;

/// <summary>Softmax with cross-entropy against a distribution, one row at a time.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class TensorsSoftLabels<T>(TensorShape shape) : ILoss<T, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] probabilities = new T[shape.Classes];
    private readonly T[] logarithms = new T[shape.Classes];

    public T Forward(ReadOnlySpan<T> prediction, ReadOnlySpan<T> groundTruth)
    {
        double value = 0;
        for (int start = 0; start < prediction.Length; start += shape.Classes)
        {
            TensorPrimitives.SoftMax(prediction.Slice(start, shape.Classes), probabilities);
            value += Value(probabilities, groundTruth.Slice(start, shape.Classes));
        }

        return T.CreateTruncating(value / shape.Divisor);
    }

    public void Backward(ReadOnlySpan<T> prediction, ReadOnlySpan<T> groundTruth, Span<T> gradient) =>
        Compute(prediction, groundTruth, gradient, withValue: false);

    public T ForwardBackward(ReadOnlySpan<T> prediction, ReadOnlySpan<T> groundTruth, Span<T> gradient) =>
        Compute(prediction, groundTruth, gradient, withValue: true);

    private T Compute(ReadOnlySpan<T> prediction, ReadOnlySpan<T> groundTruth, Span<T> gradient, bool withValue)
    {
        T scale = T.One / T.CreateTruncating(shape.Divisor);
        double value = 0;
        for (int start = 0; start < prediction.Length; start += shape.Classes)
        {
            Span<T> rowGradient = gradient.Slice(start, shape.Classes);
            ReadOnlySpan<T> targets = groundTruth.Slice(start, shape.Classes);
            TensorPrimitives.SoftMax(prediction.Slice(start, shape.Classes), rowGradient);
            if (withValue)
            {
                value += Value(rowGradient, targets);
            }

            TensorPrimitives.Multiply(rowGradient, TensorPrimitives.Sum(targets), rowGradient);
            TensorPrimitives.Subtract(rowGradient, targets, rowGradient);
            TensorPrimitives.Multiply(rowGradient, scale, rowGradient);
        }

        return T.CreateTruncating(value / shape.Divisor);
    }

    private double Value(ReadOnlySpan<T> probabilitiesOfRow, ReadOnlySpan<T> targets)
    {
        TensorPrimitives.Log(probabilitiesOfRow, logarithms);
        return -double.CreateTruncating(TensorPrimitives.Dot(logarithms, targets));
    }
}
