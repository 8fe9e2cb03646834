using LossGen.Generator.Diagnostics;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using static LossGen.Generator.Model.InvariantText;

namespace LossGen.Generator.Declarations;

/// <summary>Reads the option of a loss that has a number for each class, and the axis that it is for.</summary>
internal static class ClassOptions
{
    /// <summary>The numbers, of the type that the loss is computed in; none if the declaration does not give the option, null if a problem was found.</summary>
    public static EquatableArray<ExactDouble>? Parse(LossTemplate template, LossAttributeData attribute, ElementKind? element, TensorShape? shape, ProblemList problems)
    {
        if (attribute.PerClass is not { } option || attribute.Find(option.Name) is not { } given)
        {
            if (template.PerClass is { } missing && attribute.Find(LossProperty.Dim) is { } dim)
            {
                problems.Add(Descriptors.OptionHasNoEffect, At(LossProperty.Dim), $"{LossProperty.Dim} is {dim.Value}", $"as the loss has no class axis: set {missing.Name}, or remove {LossProperty.Dim}");
            }

            return default(EquatableArray<ExactDouble>);
        }

        // Each rule is checked, so that all errors are reported at once.
        double[]? numbers = given.IsNull ? null : [.. given.Values.Select(static value => (double)value.Value!)];
        bool isAlone = IsAlone(option, attribute, problems);
        bool hasItsCount = HasItsCount(numbers, option, At(option.Name), shape, problems);
        ExactDouble[] rounded = [.. (numbers ?? []).Select(number => option.OfAll.Rounded(number, element))];
        bool areInRange = true;
        foreach (int index in Enumerable.Range(0, rounded.Length).Where(index => !option.OfAll.Range.Contains(rounded[index].Value)))
        {
            Location location = ArgumentLocations.OfPropertyElement(attribute.Syntax, option.Name, index, rounded.Length);
            problems.Add(Descriptors.OptionOutOfRange, location, $"{option.Name}[{Number(index)}]", ExactDouble.Shortest(numbers![index]), option.OfAll.AllowedAs(element));
            areInRange = false;
        }

        return isAlone && hasItsCount && areInRange ? rounded.ToEquatableArray() : null;

        Location At(string property) => ArgumentLocations.OfProperty(attribute.Syntax, property);
    }

    private static bool IsAlone(ClassOption option, LossAttributeData attribute, ProblemList problems)
    {
        if (attribute.Find(option.OfAll.Name) is null)
        {
            return true;
        }

        const string Reason = "which has a number for each class instead of one for all: remove one of them";
        problems.Add(Descriptors.OptionsExcludeEachOther, ArgumentLocations.OfProperty(attribute.Syntax, option.OfAll.Name), option.OfAll.Name, option.Name, Reason);
        return false;
    }

    // Without a shape it is only known that no numbers at all are too few.
    private static bool HasItsCount(double[]? numbers, ClassOption option, Location location, TensorShape? shape, ProblemList problems)
    {
        if (numbers is { Length: > 0 } && (shape is null || shape.Classes == numbers.Length))
        {
            return true;
        }

        string needed = shape is null ? "one for each class" : $"{Number(shape.Classes)}, one for each class of the shape {shape}";
        problems.Add(Descriptors.WeightsCount, location, option.Name, ConstantWeightsParser.CountOf(numbers), "needs " + needed);
        return false;
    }
}
