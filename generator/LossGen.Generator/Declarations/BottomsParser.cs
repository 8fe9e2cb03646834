using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>Reads the names of the inputs, which become parameters along with those of the gradients.</summary>
internal static class BottomsParser
{
    private const string TakenByWeights = "that is the name of the parameter that takes the weights of each call";

    /// <summary>Reads the names; null if a problem was found.</summary>
    public static EquatableArray<string>? Parse(LossAttributeData attribute, ProblemList problems)
    {
        EquatableArray<string> defaults = attribute.Name.DefaultBottoms;
        if (attribute.Find(LossProperty.Bottoms) is not { } given)
        {
            return defaults;
        }

        if (given.IsNull || given.Values.Length != defaults.Count)
        {
            string found = given.IsNull ? "null" : "an array of " + given.Values.Length;
            string needed = IsPair(defaults) ? "two names are needed: prediction, ground truth" : $"{defaults.Count} names are needed, in place of {string.Join(", ", defaults)}";
            problems.Add(Descriptors.Bottoms, ArgumentLocations.OfProperty(attribute.Syntax, LossProperty.Bottoms), found, needed);
            return null;
        }

        List<string> names = [];
        for (int index = 0; index < given.Values.Length; index++)
        {
            string? name = (string?)given.Values[index].Value;
            if (name is not null && Identifiers.IsIdentifier(name))
            {
                names.Add(name);
            }
            else
            {
                string found = name is null ? "null" : "'" + name + "'";
                problems.Add(Descriptors.Bottoms, Element(attribute, index), found, "a C# identifier that is no keyword is needed");
            }
        }

        return names.Count == defaults.Count && AreDistinct(names.ToEquatableArray(), attribute, problems) ? names.ToEquatableArray() : null;
    }

    /// <summary>Which of several identifiers clashes with another or with what is named after it, and why; null if none does.</summary>
    public static (int Index, string Reason)? FindClash(EquatableArray<string> names, LossAttributeData attribute)
    {
        for (int index = 0; index < names.Count; index++)
        {
            for (int other = 0; other < names.Count; other++)
            {
                // If two names are equal, the later has to change.
                if (other < index && names[other] == names[index])
                {
                    return (index, IsPair(names) ? "the two names must differ" : "the names must differ");
                }

                if (names[index] == InputNames.GradientOf(names[other]))
                {
                    return (index, $"that is the name of {(!IsPair(names) ? $"the gradient of '{names[other]}'" : other == 0 ? "the prediction's gradient" : "the ground truth's gradient")}");
                }
            }
        }

        int taken = WeightingParser.AreGivenToEachCall(attribute) ? names.ToList().IndexOf(Weighting.Parameter) : -1;
        return taken >= 0 ? (taken, TakenByWeights) : null;
    }

    private static bool IsPair(EquatableArray<string> names) => names.Count == 2;

    private static bool AreDistinct(EquatableArray<string> names, LossAttributeData attribute, ProblemList problems)
    {
        if (FindClash(names, attribute) is not { } found)
        {
            return true;
        }

        problems.Add(Descriptors.Bottoms, Element(attribute, found.Index), "'" + names[found.Index] + "'", found.Reason);
        return false;
    }

    private static Location Element(LossAttributeData attribute, int index) =>
        ArgumentLocations.OfPropertyElement(attribute.Syntax, LossProperty.Bottoms, index, attribute.Name.DefaultBottoms.Count);
}
