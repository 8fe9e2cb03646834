using System.Numerics;

namespace LossGen;

/// <summary>
/// Merges what the generated <c>Statistics</c> of a softmax loss leaves for shards of the classes, which may lie on several machines. Of a location g is the label, and a shard has three numbers: the greatest
/// logit m, R = Σ_{c ≠ g} exp(x_c − m), and x_g, which is 0 where the label is no class of the shard. One span has those of N locations: first every m, then every R, then every x_g.
/// </summary>
/// <remarks>
/// Merged, m is the greatest of all, R the sum of each R·exp(m of its shard − m), and x_g the sum, as only one shard has it. Because R leaves out the label, a sure prediction keeps its digits: 1 − p is
/// R/(R + exp(x_g − m)). Merging is associative up to rounding, so shards may be merged in any grouping; all at once, each number is rounded once.
/// </remarks>
public static class SoftmaxStatistics
{
    /// <summary>How many numbers a location has.</summary>
    public const int PerLocation = 3;

    /// <summary>Merges the statistics of shards.</summary>
    /// <param name="shards">Those of one shard after another, as an all-gather leaves them: a multiple of the length of <paramref name="merged"/>.</param>
    /// <param name="merged">Overwritten with the statistics of all these classes; 3 numbers for each location.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap. Nothing was written.</exception>
    public static void Merge(ReadOnlySpan<float> shards, Span<float> merged) => MergeAll(shards, merged);

    /// <inheritdoc cref="Merge(ReadOnlySpan{float}, Span{float})"/>
    public static void Merge(ReadOnlySpan<double> shards, Span<double> merged) => MergeAll(shards, merged);

    private static void MergeAll<T>(ReadOnlySpan<T> shards, Span<T> merged)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (merged.Length % PerLocation != 0)
        {
            throw new ArgumentException($"There are {PerLocation} numbers for each location, and {merged.Length} is no multiple of {PerLocation}.", nameof(merged));
        }

        if (merged.IsEmpty ? !shards.IsEmpty : shards.IsEmpty || shards.Length % merged.Length != 0)
        {
            throw new ArgumentException($"Statistics of one shard after another have a multiple of the {merged.Length} elements of the merged ones, not {shards.Length}.", nameof(shards));
        }

        if (shards.Overlaps(merged))
        {
            throw new ArgumentException("The merged statistics overlap those of the shards.", nameof(merged));
        }

        int locations = merged.Length / PerLocation;
        int count = merged.IsEmpty ? 0 : shards.Length / merged.Length;
        for (int location = 0; location < locations; location++)
        {
            double maximum = double.NegativeInfinity;
            for (int shard = 0; shard < count; shard++)
            {
                maximum = Math.Max(maximum, double.CreateTruncating(shards[(shard * merged.Length) + location]));
            }

            double others = 0;
            double labelLogit = 0;
            for (int shard = 0; shard < count; shard++)
            {
                int place = (shard * merged.Length) + location;
                others += double.CreateTruncating(shards[place + locations]) * VectorMath.ExpNonPositive(double.CreateTruncating(shards[place]) - maximum);
                labelLogit += double.CreateTruncating(shards[place + (2 * locations)]);
            }

            merged[location] = T.CreateTruncating(maximum);
            merged[location + locations] = T.CreateTruncating(others);
            merged[location + (2 * locations)] = T.CreateTruncating(labelLogit);
        }
    }
}
