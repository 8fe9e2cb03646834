using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>Reads the names of the two inputs, which become parameters beside those of the gradients.</summary>
internal static class BottomsParser
{
    private const int Count = 2;

    public static BottomNames? Parse(LossAttributeData attribute, ProblemList problems)
    {
        if (attribute.Find(LossProperty.Bottoms) is not { } given)
        {
            return attribute.Name.DefaultBottoms;
        }

        if (given.IsNull || given.Values.Length != Count)
        {
            string found = given.IsNull ? "null" : "an array of " + given.Values.Length;
            Location location = ArgumentLocations.OfProperty(attribute.Syntax, LossProperty.Bottoms);
            problems.Add(Descriptors.Bottoms, location, found, "two names are needed: prediction, ground truth");
            return null;
        }

        string?[] names = [.. given.Values.Select(static value => (string?)value.Value)];
        bool areIdentifiers = true;
        for (int index = 0; index < Count; index++)
        {
            if (names[index] is not { } name || !Identifiers.IsIdentifier(name))
            {
                string found = names[index] is { } text ? "'" + text + "'" : "null";
                problems.Add(Descriptors.Bottoms, Element(attribute, index), found, "a C# identifier that is no keyword is needed");
                areIdentifiers = false;
            }
        }

        return areIdentifiers && new BottomNames(names[0]!, names[1]!) is var bottoms && AreDistinct(bottoms, attribute, problems) ? bottoms : null;
    }

    private static bool AreDistinct(BottomNames names, LossAttributeData attribute, ProblemList problems)
    {
        string? clash =
            names.Prediction == names.GroundTruth ? "the two names must differ"
            : names.GroundTruth == names.PredictionGradient ? "that is the name of the prediction's gradient"
            : names.Prediction == names.GroundTruthGradient ? "that is the name of the ground truth's gradient"
            : null;
        if (clash is null)
        {
            return true;
        }

        // The ground truth is the one to rename, except where the prediction took the name of its gradient.
        bool renamesPrediction = names.Prediction == names.GroundTruthGradient;
        problems.Add(Descriptors.Bottoms, Element(attribute, renamesPrediction ? 0 : 1), "'" + (renamesPrediction ? names.Prediction : names.GroundTruth) + "'", clash);
        return false;
    }

    private static Location Element(LossAttributeData attribute, int index) =>
        ArgumentLocations.OfPropertyElement(attribute.Syntax, LossProperty.Bottoms, index, Count);
}
