using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>Reads the names of the two inputs, which become parameters along with those of the gradients.</summary>
internal static class BottomsParser
{
    private const int Count = 2;
    private const string TakenByWeights = "that is the name of the parameter that takes the weights of WeightingMode.PerPrediction";

    /// <summary>Reads the names; null if a problem was found.</summary>
    public static BottomNames? Parse(LossAttributeData attribute, ProblemList problems)
    {
        if (attribute.Find(LossProperty.Bottoms) is not { } given)
        {
            return attribute.Name.DefaultBottoms!;
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

    /// <summary>Which of two identifiers clashes with the other or with what is named after it, and why; null if neither does.</summary>
    public static (int Index, string Reason)? FindClash(BottomNames names, LossAttributeData attribute)
    {
        // If both names are equal, the ground truth's has to change.
        string? weights = WeightingParser.IsPerPrediction(attribute) ? Weighting.Parameter : null;
        return
            names.Prediction == names.GroundTruth ? (1, "the two names must differ")
            : names.GroundTruth == names.PredictionGradient ? (1, "that is the name of the prediction's gradient")
            : names.Prediction == names.GroundTruthGradient ? (0, "that is the name of the ground truth's gradient")
            : names.Prediction == weights ? (0, TakenByWeights)
            : names.GroundTruth == weights ? (1, TakenByWeights)
            : null;
    }

    private static bool AreDistinct(BottomNames names, LossAttributeData attribute, ProblemList problems)
    {
        if (FindClash(names, attribute) is not { } found)
        {
            return true;
        }

        string name = found.Index == 0 ? names.Prediction : names.GroundTruth;
        problems.Add(Descriptors.Bottoms, Element(attribute, found.Index), "'" + name + "'", found.Reason);
        return false;
    }

    private static Location Element(LossAttributeData attribute, int index) =>
        ArgumentLocations.OfPropertyElement(attribute.Syntax, LossProperty.Bottoms, index, Count);
}
