namespace Boosting.Trees;

/// <summary>The values that separate the bins of each feature, chosen once from the training rows.</summary>
public sealed class BinEdges
{
    /// <summary>The most bins that a feature has.</summary>
    public const int MostBins = 64;

    private readonly float[][] _edges;

    private BinEdges(float[][] edges) => _edges = edges;

    /// <summary>Chooses edges for rows of <paramref name="features"/> numbers, so that bins hold about equally many rows.</summary>
    public static BinEdges Choose(ReadOnlySpan<float> rows, int features)
    {
        float[][] edges = new float[features][];
        float[] values = new float[rows.Length / features];
        for (int feature = 0; feature < features; feature++)
        {
            for (int row = 0; row < values.Length; row++)
            {
                values[row] = rows[(row * features) + feature];
            }

            Array.Sort(values);
            edges[feature] = Between(values);
        }

        return new BinEdges(edges);
    }

    /// <summary>Replaces the numbers of rows by their bins.</summary>
    public BinnedFeatures Bin(ReadOnlySpan<float> rows)
    {
        int count = rows.Length / _edges.Length;
        byte[][] bins = new byte[_edges.Length][];
        for (int feature = 0; feature < bins.Length; feature++)
        {
            bins[feature] = new byte[count];
            for (int row = 0; row < count; row++)
            {
                bins[feature][row] = BinOf(rows[(row * bins.Length) + feature], _edges[feature]);
            }
        }

        return new BinnedFeatures(bins, count);
    }

    // Halfway between neighbours, where the sorted values change; if they change too often, only nearest to the quantiles.
    private static float[] Between(float[] sorted)
    {
        var edges = new List<float>();
        int distinct = sorted.Distinct().Count();
        int nextQuantile = 1;
        for (int i = 1; i < sorted.Length; i++)
        {
            bool atQuantile = distinct <= MostBins || (long)i * MostBins >= (long)nextQuantile * sorted.Length;
            if (sorted[i] > sorted[i - 1] && atQuantile)
            {
                edges.Add((sorted[i - 1] + sorted[i]) / 2);
                nextQuantile = (int)((long)i * MostBins / sorted.Length) + 1;
            }
        }

        return [.. edges];
    }

    private static byte BinOf(float value, float[] edges)
    {
        int edge = Array.BinarySearch(edges, value);
        return (byte)(edge < 0 ? ~edge : edge);
    }
}
