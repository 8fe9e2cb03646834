namespace LossGen;

/// <summary>
/// How weights are scaled before they count, so that equal weights, whatever their size, give the unweighted loss. The weights are
/// thought of as expanded to the prediction's shape.
/// </summary>
public enum WeightNormalization
{
    /// <summary>At every location, the weights of the C classes are scaled to sum to C.</summary>
    Local,

    /// <summary>For every data point, all its weights are scaled to sum to their number, the product of the dimensions but the batch.</summary>
    Global,

    /// <summary>The weights count as they are.</summary>
    None,
}
