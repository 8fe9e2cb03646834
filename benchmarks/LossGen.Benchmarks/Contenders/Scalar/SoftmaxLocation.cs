using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Benchmarks.Contenders.Scalar;

/// <summary>log Σ exp(x) − x at the label; the greatest logit is subtracted first.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct SoftmaxLocation<T> : ILocationFormula<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Compute(Location<T> location, int label, T scale, bool withValue)
    {
        ReadOnlySpan<T> logits = location.Prediction;
        T maximum = Maximum(logits, location.Stride);
        T sum = location.Gradient.IsEmpty ? Sum(location, maximum) : Exponentials(location, maximum);
        if (!location.Gradient.IsEmpty)
        {
            T factor = scale / sum;
            for (int c = 0; c < location.Gradient.Length; c += location.Stride)
            {
                location.Gradient[c] *= factor;
            }

            location.Gradient[label] -= scale;
        }

        return withValue ? Elementary.Log(sum) + maximum - logits[label] : T.Zero;
    }

    public static T Maximum(ReadOnlySpan<T> logits, int stride)
    {
        T maximum = logits[0];
        for (int c = stride; c < logits.Length; c += stride)
        {
            if (logits[c] > maximum)
            {
                maximum = logits[c];
            }
        }

        return maximum;
    }

    private static T Sum(Location<T> location, T maximum)
    {
        T sum = T.Zero;
        for (int c = 0; c < location.Prediction.Length; c += location.Stride)
        {
            sum += Elementary.Exp(location.Prediction[c] - maximum);
        }

        return sum;
    }

    // Kept in the gradient, so that no exponential is computed twice.
    public static T Exponentials(Location<T> location, T maximum)
    {
        T sum = T.Zero;
        for (int c = 0; c < location.Prediction.Length; c += location.Stride)
        {
            T exponential = Elementary.Exp(location.Prediction[c] - maximum);
            location.Gradient[c] = exponential;
            sum += exponential;
        }

        return sum;
    }
}
