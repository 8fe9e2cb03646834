using LossGen.Generator.Diagnostics;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>Reads the options of a loss: numbers and truth values that its formula contains as constants.</summary>
internal static class LossOptions
{
    /// <summary>Whether a property is an option of a loss and has its type.</summary>
    public static bool HasItsType(LossAttributeName name, string property, TypedConstant value) => name.Options.FirstOrDefault(option => option.Name == property)?.Type switch
    {
        OptionType.Number => value is { Kind: TypedConstantKind.Primitive, Value: double },
        OptionType.Integer => value is { Kind: TypedConstantKind.Primitive, Value: int },
        OptionType.Truth => value is { Kind: TypedConstantKind.Primitive, Value: bool },
        _ => false,
    };

    /// <summary>The values, in the order of the options, as numbers of the type that the loss is computed in; null if one is out of its range.</summary>
    public static EquatableArray<ExactDouble>? Parse(EquatableArray<LossOption> options, LossAttributeData attribute, ElementKind? element, ProblemList problems)
    {
        ExactDouble[] values = [.. options.Select(option => Value(option, attribute, element, problems)).OfType<ExactDouble>()];
        return values.Length == options.Count ? values.ToEquatableArray() : null;
    }

    private static ExactDouble? Value(LossOption option, LossAttributeData attribute, ElementKind? element, ProblemList problems)
    {
        double given = attribute.Find(option.Name) switch
        {
            { Value: bool truth } => truth ? 1 : 0,
            { Value: int integer } => integer,
            { Value: double number } => number,
            _ => option.Default.Value,
        };
        double rounded = option.Rounded(given, element);
        if (option.Range.Contains(rounded) && !(option.ZeroIsNone && rounded == 0 && given != 0))
        {
            return rounded;
        }

        problems.Add(Descriptors.OptionOutOfRange, ArgumentLocations.OfProperty(attribute.Syntax, option.Name), option.Name, ExactDouble.Shortest(given), option.AllowedAs(element));
        return null;
    }
}
