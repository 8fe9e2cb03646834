using System.Globalization;
using System.Numerics;

namespace LossGen.Numerics.Tests.SameBits.Harness;

/// <summary>Draws the arguments of losses: the same numbers for the same seed, in every process.</summary>
public static class BitData
{
    // In a tensor with extraordinary numbers, one element in this many is one.
    private const int ShareOfEdges = 48;

    private static readonly double[] Edges = [0.0, -0.0, 1.0, -1.0, 1e-30, -1e-38, 1e-42, 1e30, -88.0, 104.0];

    /// <summary>Numbers of a kind; at every fourth seed some are 0, tiny or huge.</summary>
    public static T[] Numbers<T>(NumberKind kind, int count, int seed)
        where T : INumber<T>
    {
        Random random = new(seed);
        bool hasEdges = kind is NumberKind.Normal or NumberKind.Spread && seed % 4 == 0;
        T[] numbers = new T[count];
        for (int i = 0; i < count; i++)
        {
            double uniform = random.NextDouble();
            numbers[i] = T.CreateChecked(kind switch
            {
                _ when hasEdges && random.Next(ShareOfEdges) == 0 => Edges[random.Next(Edges.Length)],
                NumberKind.Normal => Gaussian(random),
                NumberKind.Spread => 10 * Gaussian(random),
                NumberKind.Share => uniform < 0.01 ? 0 : uniform > 0.99 ? 1 : uniform,
                NumberKind.Sign => uniform < 0.5 ? -1 : 1,
                NumberKind.Positive => 0.05 + (3 * uniform),
                NumberKind.Weight => uniform < 0.1 && i % 7 > 0 ? 0 : 0.1 + (1.9 * uniform),
                _ => throw new ArgumentOutOfRangeException(nameof(kind)),
            });
        }

        return numbers;
    }

    public static T[] Labels<T>(int count, int classes, int seed)
    {
        Random random = new(seed);
        T[] labels = new T[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = (T)Convert.ChangeType(random.Next(classes), typeof(T), CultureInfo.InvariantCulture);
        }

        return labels;
    }

    // The sum of twelve uniform numbers, minus six: no function whose last digit a library may change.
    private static double Gaussian(Random random)
    {
        double sum = -6;
        for (int i = 0; i < 12; i++)
        {
            sum += random.NextDouble();
        }

        return sum;
    }
}
