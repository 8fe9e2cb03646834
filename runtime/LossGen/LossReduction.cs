namespace LossGen;

/// <summary>What the sum of a formula over all elements, or over all locations of an axis, is divided by.</summary>
public enum LossReduction
{
    /// <summary>
    /// For a formula of single elements, the batch size N: the value is the mean, over samples, of each sample's sum. For one along an axis, the number of locations: the
    /// value is the mean over locations.
    /// </summary>
    Mean,

    /// <summary>The number of elements: the value is the mean over elements.</summary>
    MeanElements,

    /// <summary>Nothing: the value is the sum.</summary>
    Sum,
}
