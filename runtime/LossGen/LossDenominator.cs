namespace LossGen;

/// <summary>What the sum over the locations of a loss with labels is divided by.</summary>
public enum LossDenominator
{
    /// <summary>The number of locations L, ignored ones included.</summary>
    Locations,

    /// <summary>The number of locations that are kept: whose label is not ignored and whose weight is not 0.</summary>
    Kept,

    /// <summary>The sum of the weights of the locations whose label is not ignored, which makes the value their weighted mean; without weights, the number of these locations.</summary>
    WeightSum,

    /// <summary>Nothing: the value is the sum.</summary>
    None,
}
