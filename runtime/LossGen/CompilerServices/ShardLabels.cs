using System.Buffers;
using System.ComponentModel;
using System.Numerics;

namespace LossGen.CompilerServices;

/// <summary>The labels of a softmax loss whose classes are a shard of all, and its value from statistics of all shards.</summary>
/// <remarks>For generated code; not meant to be called by hand.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ShardLabels
{
    // As many locations as a block of a kernel has in most losses: the sum of each is rounded by itself.
    private const int BlockSize = 1 << 10;

    /// <summary>Requires that a shard lies within all classes.</summary>
    /// <param name="firstClass">The first class of the shard.</param>
    /// <param name="shardClasses">The classes that it has.</param>
    /// <param name="classes">The number of all classes.</param>
    /// <exception cref="ArgumentOutOfRangeException">It does not.</exception>
    public static void RequireShard(int firstClass, int shardClasses, int classes)
    {
        if (classes < shardClasses)
        {
            throw new ArgumentOutOfRangeException(nameof(classes), $"A shard has {shardClasses} classes, so there are at least as many, not {classes}.");
        }

        if (firstClass < 0 || firstClass > classes - shardClasses)
        {
            throw new ArgumentOutOfRangeException(
                nameof(firstClass), $"The first class of the shard is {firstClass}; of {classes} classes, {shardClasses} of which are in the shard, it is from 0 to {classes - shardClasses}.");
        }
    }

    /// <summary>Lends the labels as a shard counts them: from its first class, or the number of its classes where it does not have the label. <see cref="Return"/> takes them back.</summary>
    /// <param name="labels">The labels, of all classes.</param>
    /// <param name="firstClass">The first class of the shard.</param>
    /// <param name="shardClasses">The classes that it has.</param>
    /// <param name="ignored">The label that is ignored, which stays; a class, so that none is, where there is none.</param>
    /// <returns>An array at least as long as the labels.</returns>
    public static int[] Lend(ReadOnlySpan<int> labels, int firstClass, int shardClasses, int? ignored)
    {
        int[] lent = ArrayPool<int>.Shared.Rent(labels.Length);
        for (int location = 0; location < labels.Length; location++)
        {
            int label = labels[location];
            lent[location] = label == ignored ? label : (uint)(label - firstClass) < (uint)shardClasses ? label - firstClass : shardClasses;
        }

        return lent;
    }

    /// <summary>Takes labels back.</summary>
    /// <param name="lent">What <see cref="Lend"/> returned.</param>
    public static void Return(int[] lent) => ArrayPool<int>.Shared.Return(lent);

    /// <summary>Σ log Σ_c exp(x_c) − x_g over the locations whose label is not ignored, from their merged statistics.</summary>
    /// <param name="statistics">The statistics of all classes, as <see cref="SoftmaxStatistics"/> describes them.</param>
    /// <param name="labels">The labels, a third as many.</param>
    /// <param name="ignored">The label that is ignored; null for none.</param>
    public static double Sum(ReadOnlySpan<float> statistics, ReadOnlySpan<int> labels, int? ignored) => SumOf(statistics, labels, ignored);

    /// <inheritdoc cref="Sum(ReadOnlySpan{float}, ReadOnlySpan{int}, int?)"/>
    public static double Sum(ReadOnlySpan<double> statistics, ReadOnlySpan<int> labels, int? ignored) => SumOf(statistics, labels, ignored);

    private static double SumOf<T>(ReadOnlySpan<T> statistics, ReadOnlySpan<int> labels, int? ignored)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        BlockSum sum = default;
        for (int start = 0; start < labels.Length; start += BlockSize)
        {
            double block = 0;
            for (int location = start; location < Math.Min(start + BlockSize, labels.Length); location++)
            {
                if (labels[location] != ignored)
                {
                    double belowMaximum = double.CreateTruncating(statistics[location]) - double.CreateTruncating(statistics[location + (2 * labels.Length)]);
                    double others = double.CreateTruncating(statistics[location + labels.Length]);

                    // Where the label is sure, its exponential is 1, and what is left are the others.
                    block += belowMaximum + VectorMath.Log1PNonNegative(others + (VectorMath.ExpNonPositive(-belowMaximum) - 1));
                }
            }

            sum.Add(block);
        }

        return sum.Total;
    }
}
