namespace Boosting.Trees;

/// <summary>Rows whose features are numbers of bins, stored feature by feature: a histogram then reads one short array.</summary>
public sealed class BinnedFeatures(byte[][] bins, int rows)
{
    /// <summary>The number of rows.</summary>
    public int Rows { get; } = rows;

    /// <summary>The number of features of each row.</summary>
    public int Features => bins.Length;

    /// <summary>The bins of one feature, row by row.</summary>
    public ReadOnlySpan<byte> this[int feature] => bins[feature];
}
