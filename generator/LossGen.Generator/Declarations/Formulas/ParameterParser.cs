using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads a parameter that is one number for all elements: its range and its default.</summary>
internal static class ParameterParser
{
    private const string Attribute = "ParameterAttribute";

    /// <summary>Whether a parameter is marked as such.</summary>
    public static bool IsMarked(IParameterSymbol parameter) => Find(parameter) is not null;

    /// <summary>Reads a parameter that is marked; null where its range or its default makes no sense.</summary>
    public static FormulaParameter? Parse(IParameterSymbol parameter, ProblemList problems, CancellationToken cancellation)
    {
        AttributeData attribute = Find(parameter)!;
        ParameterRange range = new(
            Value(attribute, "Minimum") as double? ?? double.NegativeInfinity,
            Value(attribute, "Maximum") as double? ?? double.PositiveInfinity,
            Value(attribute, "MinimumIsExclusive") is true,
            Value(attribute, "MaximumIsExclusive") is true);
        Location location = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation() ?? parameter.Locations[0];
        if (range.IsEmpty)
        {
            problems.Add(Descriptors.ParameterRange, location, parameter.Name, $"no number is within its range, from {range.Minimum} to {range.Maximum}");
            return null;
        }

        double? initial = parameter.HasExplicitDefaultValue ? Convert.ToDouble(parameter.ExplicitDefaultValue, System.Globalization.CultureInfo.InvariantCulture) : null;
        if (initial is { } value && (double.IsNaN(value) || !range.Contains(value)))
        {
            problems.Add(Descriptors.ParameterRange, location, parameter.Name, $"its default, {ExactDouble.Shortest(value)}, is out of its range, or not finite");
            return null;
        }

        return new FormulaParameter(parameter.Name, FormulaTypes.ElementOf(parameter.Type)!.Value, initial is { } number ? (ExactDouble?)number : null, range);
    }

    private static AttributeData? Find(IParameterSymbol parameter) =>
        parameter.GetAttributes().FirstOrDefault(static data => LossAttributeName.IsOfRuntime(data.AttributeClass, Attribute));

    private static object? Value(AttributeData attribute, string property) => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == property).Value.Value;
}
