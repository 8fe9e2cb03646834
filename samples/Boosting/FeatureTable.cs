namespace Boosting;

/// <summary>What is known of each row.</summary>
/// <param name="Values">The features, row by row.</param>
/// <param name="Columns">The number of features of a row.</param>
public sealed record FeatureTable(float[] Values, int Columns)
{
    /// <summary>The number of rows.</summary>
    public int Rows => Values.Length / Columns;
}
