namespace LossGen;

/// <summary>What the sum of a formula over all elements is divided by.</summary>
public enum LossReduction
{
    /// <summary>The batch size N: the value is the mean, over samples, of each sample's sum.</summary>
    Mean,

    /// <summary>The number of elements: the value is the mean over elements.</summary>
    MeanElements,

    /// <summary>Nothing: the value is the sum.</summary>
    Sum,
}
