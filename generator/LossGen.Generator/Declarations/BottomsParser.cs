using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>Reads the names of the two inputs, which become parameters beside those of the gradients.</summary>
internal static class BottomsParser
{
    private const int Count = 2;
    private const string GradientSuffix = "Gradient";

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

        return areIdentifiers && AreDistinct(names[0]!, names[1]!, attribute, problems) ? new BottomNames(names[0]!, names[1]!) : null;
    }

    private static bool AreDistinct(string prediction, string groundTruth, LossAttributeData attribute, ProblemList problems)
    {
        string? clash =
            prediction == groundTruth ? "the two names must differ"
            : groundTruth == prediction + GradientSuffix ? "that is the name of the prediction's gradient"
            : prediction == groundTruth + GradientSuffix ? "that is the name of the ground truth's gradient"
            : null;
        if (clash is null)
        {
            return true;
        }

        // The ground truth is the one to rename, except where the prediction took the name of its gradient.
        int index = prediction == groundTruth + GradientSuffix ? 0 : 1;
        problems.Add(Descriptors.Bottoms, Element(attribute, index), "'" + (index == 0 ? prediction : groundTruth) + "'", clash);
        return false;
    }

    private static Location Element(LossAttributeData attribute, int index) =>
        ArgumentLocations.OfPropertyElement(attribute.Syntax, LossProperty.Bottoms, index, Count);
}
