using System.Numerics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders.Scalar;

/// <summary>Softmax with cross-entropy against a distribution, one location at a time.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class ScalarSoftLabels<T>(TensorShape shape) : HandWrittenLoss<T, T>(shape)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override T Forward(ReadOnlySpan<T> prediction, ReadOnlySpan<T> groundTruth)
    {
        double value = 0;
        for (int start = 0; start < prediction.Length; start += Dimensions.Classes)
        {
            ReadOnlySpan<T> logits = prediction.Slice(start, Dimensions.Classes);
            T maximum = SoftmaxLocation<T>.Maximum(logits, 1);
            T sum = T.Zero;
            for (int c = 0; c < logits.Length; c++)
            {
                sum += Elementary.Exp(logits[c] - maximum);
            }

            value += Value(logits, groundTruth.Slice(start, Dimensions.Classes), maximum + Elementary.Log(sum));
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
            Location<T> location = new(prediction.Slice(start, Dimensions.Classes), gradient.Slice(start, Dimensions.Classes), 1);
            ReadOnlySpan<T> targets = groundTruth.Slice(start, Dimensions.Classes);
            T maximum = SoftmaxLocation<T>.Maximum(location.Prediction, 1);
            T sum = SoftmaxLocation<T>.Exponentials(location, maximum);
            if (withValue)
            {
                value += Value(location.Prediction, targets, maximum + Elementary.Log(sum));
            }

            T total = T.Zero;
            foreach (T target in targets)
            {
                total += target;
            }

            for (int c = 0; c < targets.Length; c++)
            {
                location.Gradient[c] = scale * ((location.Gradient[c] * (total / sum)) - targets[c]);
            }
        }

        return T.CreateTruncating(value / Dimensions.Divisor);
    }

    private static double Value(ReadOnlySpan<T> logits, ReadOnlySpan<T> targets, T logarithmOfSum)
    {
        T value = T.Zero;
        for (int c = 0; c < logits.Length; c++)
        {
            value += targets[c] * (logarithmOfSum - logits[c]);
        }

        return double.CreateTruncating(value);
    }
}
