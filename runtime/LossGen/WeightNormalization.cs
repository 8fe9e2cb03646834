namespace LossGen;

/// <summary>
/// How weights are scaled before they are applied, so that equal weights, whatever their size, give the unweighted loss. The weights are
/// understood as expanded to the prediction's shape. Those of <see cref="WeightingMode.PerLocation"/> are never scaled.
/// </summary>
public enum WeightNormalization
{
    /// <summary>At every location, the weights of the C classes are scaled to sum to C.</summary>
    Local,

    /// <summary>For every data point, all its weights are scaled to sum to their number, the product of all dimensions except the batch.</summary>
    Global,

    /// <summary>The weights are used as they are.</summary>
    None,
}
