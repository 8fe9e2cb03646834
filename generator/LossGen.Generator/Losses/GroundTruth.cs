namespace LossGen.Generator.Losses;

/// <summary>What the last input of a loss holds.</summary>
internal enum GroundTruth
{
    /// <summary>One integer from 0 to C − 1 per location.</summary>
    Labels,

    /// <summary>A tensor of the prediction's shape and element type, for which there is a gradient too.</summary>
    Target,
}
