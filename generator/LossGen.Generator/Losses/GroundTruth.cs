namespace LossGen.Generator.Losses;

/// <summary>What the second bottom of a loss holds.</summary>
internal enum GroundTruth
{
    /// <summary>One integer from 0 to C − 1 a location.</summary>
    Labels,

    /// <summary>A tensor of the prediction's shape and element type, for which there is a gradient too.</summary>
    Target,
}
