using LossGen.Generator.Diagnostics;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>Reads which label is ignored, what the sum is divided by, and the value where that is 0.</summary>
internal static class KeptLocationsParser
{
    /// <summary>Reads the three; null if a problem was found.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="loss">The loss that it declares, without a definition where a problem was found.</param>
    /// <param name="shape">The shape; null where it is wrong.</param>
    /// <param name="weighting">The weights; null for none.</param>
    /// <param name="problems">What is wrong.</param>
    public static KeptLocations? Parse(LossAttributeData attribute, ParsedDefinition loss, TensorShape? shape, Weighting? weighting, ProblemList problems)
    {
        int? ignored = (int?)attribute.Find(LossProperty.IgnoreLabel)?.Value;
        var denominator = (DenominatorKind?)EnumParser.Parse(attribute, LossProperty.Denominator, (int)DenominatorKind.None, Descriptors.UnknownDenominator, problems);
        var whenEmpty = (WhenEmptyKind?)EnumParser.Parse(attribute, LossProperty.WhenEmpty, (int)WhenEmptyKind.Throw, Descriptors.UnknownWhenEmpty, problems);
        if (denominator is null || whenEmpty is null || loss.Definition is not { } definition || shape is null)
        {
            return null;
        }

        KeptLocations kept = new(ignored, denominator.Value, whenEmpty.Value);
        LossInput[] labels = [.. loss.Inputs.Where(static input => input.Kind == InputKind.Labels)];
        if (ignored is { } label && WhyNotIgnored(label, labels, shape, attribute) is { } reason)
        {
            problems.Add(Descriptors.LabelCannotBeIgnored, At(LossProperty.IgnoreLabel), label, reason);
            return null;
        }

        if (WhyNotDivided(kept, definition, labels, weighting, attribute) is { } why)
        {
            problems.Add(Descriptors.DenominatorDoesNotFit, At(LossProperty.Denominator), kept.Denominator, why);
            return null;
        }

        // Such weights are scaled by their sum over a whole sample, which its kernel finds first.
        if ((ignored is not null || kept.DividesByKept) && weighting is { Source: WeightSource.Call, Normalization: NormalizationKind.Global } && shape.LocationsPerSample > 1)
        {
            const string Scaled = "weights that each call gives are scaled over all locations of a sample, ignored ones included: set Normalize to WeightNormalization.Local or None";
            if (ignored is { } left)
            {
                problems.Add(Descriptors.LabelCannotBeIgnored, At(LossProperty.IgnoreLabel), left, Scaled);
            }
            else
            {
                problems.Add(Descriptors.DenominatorDoesNotFit, At(LossProperty.Denominator), kept.Denominator, Scaled);
            }

            return null;
        }

        if (kept.DividesByKept && ignored is null && weighting is null)
        {
            problems.Add(Descriptors.OptionHasNoEffect, At(LossProperty.Denominator), $"{LossProperty.Denominator} is LossDenominator.{kept.Denominator}", "as all locations are kept: set IgnoreLabel or Weighting");
            kept = KeptLocations.All;
        }

        if (attribute.Find(LossProperty.WhenEmpty) is not null && !kept.DividesByKept)
        {
            problems.Add(Descriptors.OptionHasNoEffect, At(LossProperty.WhenEmpty), $"{LossProperty.WhenEmpty} is LossWhenEmpty.{kept.WhenEmpty}", "as the sum is divided by a number that is not 0: set Denominator to LossDenominator.Kept or LossDenominator.WeightSum");
        }

        return kept;

        Location At(string property) => ArgumentLocations.OfProperty(attribute.Syntax, property);
    }

    private static string? WhyNotIgnored(int label, LossInput[] labels, TensorShape shape, LossAttributeData attribute)
    {
        if (labels.Length != 1)
        {
            return labels.Length == 0 ? "the formula reads an element at no label" : $"the formula has {labels.Length} labels, {string.Join(" and ", labels.Select(static each => $"'{each.Name}'"))}";
        }

        NumberType type = labels[0].Type!.Value;
        return type == NumberType.Boolean ? $"labels are Boolean, and false and true are classes: {LabelParser.Fitting(type, shape, label, attribute)} holds others"
            : !type.Holds(label) ? $"labels are {LabelParser.Named(type, attribute)}, from {type.Range().Least} to {type.Range().Greatest}: {LabelParser.Fitting(type, shape, label, attribute)} holds it"
            : null;
    }

    private static string? WhyNotDivided(KeptLocations kept, LossDefinition definition, LossInput[] labels, Weighting? weighting, LossAttributeData attribute) =>
        kept.Denominator == DenominatorKind.Locations ? null
        : definition.Total is not null ? "the method marked with [Total] makes the value: divide there"
        : attribute.Find(LossProperty.Reduction) is not null ? "Reduction says what the sum is divided by, too: give one of the two"
        : kept.DividesByKept && labels.Length != 1 && weighting?.Kind != WeightingKind.PerLocation ? "what is kept is told by a label, of which the loss must have exactly one, or by weights of locations: set Weighting to WeightingMode.PerLocation"
        : null;
}
