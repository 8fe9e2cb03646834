using System.Numerics;

namespace LossGen.Benchmarks.Contenders;

/// <summary>Half the mean of (x − y)², in plain loops.</summary>
/// <remarks>Written once for both types: nothing of that is left in the machine code, which has no bounds checks either.</remarks>
/// <typeparam name="T">The element type.</typeparam>
public sealed class ScalarSquare<T> : ILoss<T, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public T Forward(ReadOnlySpan<T> prediction, ReadOnlySpan<T> groundTruth)
    {
        // A sum of floats would stop growing long before sixteen million terms; in double it takes no longer.
        double sum = 0;
        for (int i = 0; i < prediction.Length; i++)
        {
            T difference = prediction[i] - groundTruth[i];
            sum += double.CreateTruncating(difference * difference);
        }

        return Mean(sum, prediction.Length);
    }

    public void Backward(ReadOnlySpan<T> prediction, ReadOnlySpan<T> groundTruth, Span<T> gradient)
    {
        T scale = T.One / T.CreateTruncating(prediction.Length);
        for (int i = 0; i < prediction.Length; i++)
        {
            gradient[i] = (prediction[i] - groundTruth[i]) * scale;
        }
    }

    public T ForwardBackward(ReadOnlySpan<T> prediction, ReadOnlySpan<T> groundTruth, Span<T> gradient)
    {
        T scale = T.One / T.CreateTruncating(prediction.Length);
        double sum = 0;
        for (int i = 0; i < prediction.Length; i++)
        {
            T difference = prediction[i] - groundTruth[i];
            sum += double.CreateTruncating(difference * difference);
            gradient[i] = difference * scale;
        }

        return Mean(sum, prediction.Length);
    }

    private static T Mean(double sum, int count) => T.CreateTruncating(sum / (2.0 * count));
}
