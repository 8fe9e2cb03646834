namespace LossGen;

/// <summary>Which weight ω multiplies what a location adds to value and gradient; g is the location's label.</summary>
public enum WeightingMode
{
    /// <summary>None: every location has weight 1, and no weight is loaded.</summary>
    None,

    /// <summary>One weight for each of the C classes: ω is the weight of class g.</summary>
    PerClass,

    /// <summary>
    /// Weights of the shape of one data point, the declared shape without the batch, the same for every sample: ω is the weight at the
    /// location and class g.
    /// </summary>
    PerDataPoint,

    /// <summary>Weights of the shape of the whole prediction, given to each call: ω is the weight at the location and class g.</summary>
    PerPrediction,

    /// <summary>
    /// One weight for each location, given to each call: as many as there are labels, or, for a loss without an axis, one for each element. They are taken as they are; with
    /// <see cref="LossDenominator.WeightSum"/> the value is their weighted mean.
    /// </summary>
    PerLocation,
}
