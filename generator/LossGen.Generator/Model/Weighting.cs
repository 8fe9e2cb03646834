namespace LossGen.Generator.Model;

/// <summary>What has a weight of its own; the numbers are those of the runtime's <c>WeightingMode</c>, whose 0 is no weights at all.</summary>
internal enum WeightingKind
{
    PerClass = 1,
    PerDataPoint,
    PerPrediction,
}

/// <summary>How weights are scaled; the numbers are those of the runtime's <c>WeightNormalization</c>.</summary>
internal enum NormalizationKind
{
    Local,
    Global,
    None,
}

/// <summary>The weights of a declared loss.</summary>
/// <param name="Kind">What has a weight of its own.</param>
/// <param name="Normalization">How the weights are scaled.</param>
/// <param name="Constants">The weights as they were declared, not yet scaled; empty where they are given at run time.</param>
internal sealed record Weighting(WeightingKind Kind, NormalizationKind Normalization, EquatableArray<ExactDouble> Constants)
{
    /// <summary>The generated field that keeps the weights which come through the constructor.</summary>
    public const string WeightsField = "normalizedWeights";

    /// <summary>The parameter that takes the weights, be it of the constructor or of each call.</summary>
    public const string Parameter = "weights";

    public bool IsConstant => Constants.Count > 0;

    /// <summary>Whether the weights come through the constructor, which keeps them.</summary>
    public bool IsConstructed => Kind is WeightingKind.PerClass or WeightingKind.PerDataPoint && !IsConstant;
}
