using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>Reads what has its own weight, how the weights are scaled, and constant weights.</summary>
internal static class WeightingParser
{
    /// <summary>Whether each call takes the weights, as an additional parameter.</summary>
    public static bool AreGivenToEachCall(LossAttributeData attribute) =>
        attribute.Find(LossProperty.Weighting) is { Value: (int)WeightingKind.PerPrediction or (int)WeightingKind.PerLocation };

    /// <summary>Whether the constructor takes the weights.</summary>
    public static bool IsConstructed(LossAttributeData attribute) =>
        attribute.Find(LossProperty.Weighting) is { Value: (int)WeightingKind.PerClass or (int)WeightingKind.PerDataPoint } && attribute.Find(LossProperty.Weights) is null or { IsNull: false, Values.IsEmpty: true };

    /// <summary>Reads the weighting; null if there is none or a problem was found. Without a shape, or without a definition of the loss, what depends on it is not checked.</summary>
    public static Weighting? Parse(INamedTypeSymbol type, LossAttributeData attribute, ParsedDefinition loss, TensorShape? shape, ProblemList problems)
    {
        var kind = (WeightingKind?)EnumParser.Parse(
            attribute, LossProperty.Weighting, (int)WeightingKind.PerLocation, Descriptors.UnknownWeightingMode, problems);
        var normalization = (NormalizationKind?)EnumParser.Parse(
            attribute, LossProperty.Normalize, (int)NormalizationKind.None, Descriptors.UnknownWeightNormalization, problems);
        WarnOfNoWeights(kind, normalization, attribute, problems);
        EquatableArray<ExactDouble>? constants = attribute.Find(LossProperty.Weights) is { } given
            ? ConstantWeightsParser.Parse(given, kind, normalization, attribute, shape, problems)
            : default(EquatableArray<ExactDouble>);
        CheckLabels(kind, type, attribute, loss, problems);
        return kind is not (null or WeightingKind.None) && normalization is not null && constants is not null
            ? new Weighting(kind.Value, kind == WeightingKind.PerLocation ? NormalizationKind.None : normalization.Value, constants.Value)
            : null;
    }

    // Weights other than those of locations are found by the one label of a location.
    private static void CheckLabels(WeightingKind? kind, INamedTypeSymbol type, LossAttributeData attribute, ParsedDefinition loss, ProblemList problems)
    {
        string[] labels = [.. loss.Inputs.Where(static input => input.Kind == InputKind.Labels).Select(static input => $"'{input.Name}'")];
        if (loss.Definition is not null && kind is { } given and not (WeightingKind.None or WeightingKind.PerLocation) && labels.Length != 1)
        {
            problems.Add(
                Descriptors.WeightsNeedLabel,
                ArgumentLocations.OfProperty(attribute.Syntax, LossProperty.Weighting),
                given,
                type.Name,
                labels.Length == 0 ? "has none" : $"has {labels.Length}, {string.Join(" and ", labels)}");
        }
    }

    // If constants are given, it is the mode that is missing, which is an error.
    private static void WarnOfNoWeights(WeightingKind? kind, NormalizationKind? normalization, LossAttributeData attribute, ProblemList problems)
    {
        if (normalization is not { } given || attribute.Find(LossProperty.Normalize) is null)
        {
            return;
        }

        Location location = ArgumentLocations.OfProperty(attribute.Syntax, LossProperty.Normalize);
        if (kind == WeightingKind.None && attribute.Find(LossProperty.Weights) is null)
        {
            problems.Add(Descriptors.NormalizeWithoutWeights, location, given);
        }
        else if (kind == WeightingKind.PerLocation && given != NormalizationKind.None)
        {
            problems.Add(Descriptors.OptionHasNoEffect, location, $"{LossProperty.Normalize} is WeightNormalization.{given}", "as weights of locations are taken as they are: set Denominator to LossDenominator.WeightSum to divide by their sum");
        }
    }
}
