using System.Numerics;

namespace LossGen.Benchmarks.Contenders;

/// <summary>Softmax with cross-entropy, a row at a time in plain loops, the greatest logit subtracted first.</summary>
/// <remarks>Written once for both types: over float, T.Exp is MathF.Exp, and the machine code is that of a loop of floats.</remarks>
/// <param name="classes">The elements of a row.</param>
/// <typeparam name="T">The element type.</typeparam>
public sealed class ScalarSoftmax<T>(int classes) : ILoss<T, int>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public T Forward(ReadOnlySpan<T> prediction, ReadOnlySpan<int> groundTruth)
    {
        double value = 0;
        for (int sample = 0; sample < groundTruth.Length; sample++)
        {
            ReadOnlySpan<T> row = prediction.Slice(sample * classes, classes);
            T maximum = Maximum(row);
            T sum = T.Zero;
            for (int c = 0; c < row.Length; c++)
            {
                sum += T.Exp(row[c] - maximum);
            }

            value += double.CreateTruncating(T.Log(sum) + maximum - row[groundTruth[sample]]);
        }

        return T.CreateTruncating(value / groundTruth.Length);
    }

    public void Backward(ReadOnlySpan<T> prediction, ReadOnlySpan<int> groundTruth, Span<T> gradient)
    {
        T scale = T.One / T.CreateTruncating(groundTruth.Length);
        for (int sample = 0; sample < groundTruth.Length; sample++)
        {
            Span<T> rowGradient = gradient.Slice(sample * classes, classes);
            T sum = Exponentials(prediction.Slice(sample * classes, classes), rowGradient, out _);
            Normalise(rowGradient, sum, groundTruth[sample], scale);
        }
    }

    public T ForwardBackward(ReadOnlySpan<T> prediction, ReadOnlySpan<int> groundTruth, Span<T> gradient)
    {
        T scale = T.One / T.CreateTruncating(groundTruth.Length);
        double value = 0;
        for (int sample = 0; sample < groundTruth.Length; sample++)
        {
            ReadOnlySpan<T> row = prediction.Slice(sample * classes, classes);
            Span<T> rowGradient = gradient.Slice(sample * classes, classes);
            T sum = Exponentials(row, rowGradient, out T maximum);
            value += double.CreateTruncating(T.Log(sum) + maximum - row[groundTruth[sample]]);
            Normalise(rowGradient, sum, groundTruth[sample], scale);
        }

        return T.CreateTruncating(value / groundTruth.Length);
    }

    private static T Maximum(ReadOnlySpan<T> row)
    {
        T maximum = row[0];
        for (int c = 1; c < row.Length; c++)
        {
            if (row[c] > maximum)
            {
                maximum = row[c];
            }
        }

        return maximum;
    }

    // Kept in the gradient, so that none is computed twice.
    private static T Exponentials(ReadOnlySpan<T> row, Span<T> exponentials, out T maximum)
    {
        maximum = Maximum(row);
        T sum = T.Zero;
        for (int c = 0; c < row.Length; c++)
        {
            T exponential = T.Exp(row[c] - maximum);
            exponentials[c] = exponential;
            sum += exponential;
        }

        return sum;
    }

    private static void Normalise(Span<T> exponentials, T sum, int label, T scale)
    {
        T factor = scale / sum;
        for (int c = 0; c < exponentials.Length; c++)
        {
            exponentials[c] *= factor;
        }

        exponentials[label] -= scale;
    }
}
