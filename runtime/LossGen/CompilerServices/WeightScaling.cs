namespace LossGen.CompilerServices;

/// <summary>
/// Scales weights in float64, so that equal weights come out as 1. The generator compiles this file too: what it computes at compile time
/// from constants and what the constructor computes at run time is the same to the bit.
/// </summary>
/// <remarks>Weights are outer × classes × inner, row-major: the classes of a location stand <c>inner</c> apart.</remarks>
internal static class WeightScaling
{
    /// <summary>
    /// Scales weights in place: at every location those of its C classes to sum to C, or all of them together to sum to their number.
    /// </summary>
    /// <param name="weights">Finite, at least 0, and not all 0 among those that are scaled together.</param>
    /// <param name="classes">The number of classes C.</param>
    /// <param name="inner">The distance of two classes of a location.</param>
    /// <param name="perLocation">Whether each location is scaled by itself.</param>
    public static void Scale(double[] weights, int classes, int inner, bool perLocation)
    {
        foreach ((int first, int count, int stride) in Groups(weights.Length, classes, inner, perLocation))
        {
            double greatest = 0;
            for (int i = 0; i < count; i++)
            {
                greatest = Math.Max(greatest, weights[first + (i * stride)]);
            }

            // By the greatest first, so that no sum overflows and none is lost among the subnormals.
            double sum = 0;
            for (int i = 0; i < count; i++)
            {
                weights[first + (i * stride)] /= greatest;
                sum += weights[first + (i * stride)];
            }

            for (int i = 0; i < count; i++)
            {
                weights[first + (i * stride)] *= count / sum;
            }
        }
    }

    /// <summary>The index of the first weight of a group that is scaled together but all 0, so that it cannot be; −1 where there is none.</summary>
    /// <param name="weights">Finite and at least 0.</param>
    /// <param name="classes">The number of classes C.</param>
    /// <param name="inner">The distance of two classes of a location.</param>
    /// <param name="perLocation">Whether each location is scaled by itself.</param>
    public static int FindZeroSum(double[] weights, int classes, int inner, bool perLocation)
    {
        foreach ((int first, int count, int stride) in Groups(weights.Length, classes, inner, perLocation))
        {
            int zeros = 0;
            while (zeros < count && weights[first + (zeros * stride)] == 0)
            {
                zeros++;
            }

            if (zeros == count)
            {
                return first;
            }
        }

        return -1;
    }

    private static IEnumerable<(int First, int Count, int Stride)> Groups(int length, int classes, int inner, bool perLocation)
    {
        if (!perLocation)
        {
            yield return (0, length, 1);
            yield break;
        }

        for (int outer = 0; outer < length; outer += classes * inner)
        {
            for (int i = 0; i < inner; i++)
            {
                yield return (outer + i, classes, inner);
            }
        }
    }
}
