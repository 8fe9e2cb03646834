using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;

namespace LossGen.Generator.Declarations;

/// <summary>Reads what has its own weight, how the weights are scaled, and constant weights.</summary>
internal static class WeightingParser
{
    /// <summary>Whether each call takes the weights, as an additional parameter.</summary>
    public static bool IsPerPrediction(LossAttributeData attribute) =>
        attribute.Find(LossProperty.Weighting) is { Value: (int)WeightingKind.PerPrediction };

    /// <summary>Whether the constructor takes the weights.</summary>
    public static bool IsConstructed(LossAttributeData attribute) =>
        attribute.Find(LossProperty.Weighting) is { Value: (int)WeightingKind.PerClass or (int)WeightingKind.PerDataPoint } && attribute.Find(LossProperty.Weights) is null or { IsNull: false, Values.IsEmpty: true };

    /// <summary>Reads the weighting; null if there is none or a problem was found. Without a shape, what depends on it is not checked.</summary>
    public static Weighting? Parse(LossAttributeData attribute, TensorShape? shape, ProblemList problems)
    {
        var kind = (WeightingKind?)EnumParser.Parse(
            attribute, LossProperty.Weighting, (int)WeightingKind.PerPrediction, Descriptors.UnknownWeightingMode, problems);
        var normalization = (NormalizationKind?)EnumParser.Parse(
            attribute, LossProperty.Normalize, (int)NormalizationKind.None, Descriptors.UnknownWeightNormalization, problems);
        WarnOfNoWeights(kind, normalization, attribute, problems);
        EquatableArray<ExactDouble>? constants = attribute.Find(LossProperty.Weights) is { } given
            ? ConstantWeightsParser.Parse(given, kind, normalization, attribute, shape, problems)
            : default(EquatableArray<ExactDouble>);
        return kind is not (null or WeightingKind.None) && normalization is not null && constants is not null
            ? new Weighting(kind.Value, normalization.Value, constants.Value)
            : null;
    }
    // If constants are given, it is the mode that is missing, which is an error.
    private static void WarnOfNoWeights(WeightingKind? kind, NormalizationKind? normalization, LossAttributeData attribute, ProblemList problems)
    {
        if (kind == WeightingKind.None && normalization is { } given && attribute.Find(LossProperty.Normalize) is not null && attribute.Find(LossProperty.Weights) is null)
        {
            problems.Add(Descriptors.NormalizeWithoutWeights, ArgumentLocations.OfProperty(attribute.Syntax, LossProperty.Normalize), given);
        }
    }
}
