namespace LossGen;

/// <summary>What the sum over the locations of a loss is divided by; the locations of a loss without an axis are its elements.</summary>
public enum LossDenominator
{
    /// <summary>What the loss says: the number of locations L, ignored ones included; of a loss without an axis, the number of samples or elements.</summary>
    Locations,

    /// <summary>The number of locations that are kept: whose label is not ignored and whose weight is not 0.</summary>
    Kept,

    /// <summary>The sum of the weights of the locations whose label is not ignored, which makes the value their weighted mean; without weights, the number of these locations.</summary>
    WeightSum,

    /// <summary>Nothing: the value is the sum.</summary>
    None,
}
