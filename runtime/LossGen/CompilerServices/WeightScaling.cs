namespace LossGen.CompilerServices;

/// <summary>
/// Scales weights in float64, so that equal weights become 1. The generator compiles this file too: its results for constants at compile time
/// and those of the constructor at run time are the same to the bit.
/// </summary>
/// <remarks>Weights are outer × classes × inner, row-major: the classes of a location lie <c>inner</c> apart.</remarks>
internal static class WeightScaling
{
    /// <summary>
    /// Scales weights in place: either those of each location's C classes to sum to C, or all together to sum to their number.
    /// </summary>
    /// <param name="weights">Finite, at least 0, and not all 0 among those that are scaled together.</param>
    /// <param name="classes">The number of classes C.</param>
    /// <param name="inner">The distance between neighbouring classes of a location.</param>
    /// <param name="perLocation">Whether each location is scaled on its own.</param>
    public static void Scale(double[] weights, int classes, int inner, bool perLocation)
    {
        foreach ((int first, int count, int stride) in Groups(weights.Length, classes, inner, perLocation))
        {
            double greatest = 0;
            for (int i = 0; i < count; i++)
            {
                greatest = Math.Max(greatest, weights[first + (i * stride)]);
            }

            // Divided by the greatest first, so that no sum overflows and none is lost among the subnormals.
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

    /// <summary>The index of the first weight of a group that cannot be scaled because its weights are all 0; −1 if there is none.</summary>
    /// <param name="weights">Finite and at least 0.</param>
    /// <param name="classes">The number of classes C.</param>
    /// <param name="inner">The distance between neighbouring classes of a location.</param>
    /// <param name="perLocation">Whether each location is scaled on its own.</param>
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
