using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads a parameter that the constructor is given, one number for all elements or one per class: its range and its default.</summary>
internal static class ParameterParser
{
    private const string Attribute = "ParameterAttribute";

    /// <summary>Whether a parameter is marked as one.</summary>
    public static bool IsMarked(IParameterSymbol parameter) => Find(parameter) is not null;

    /// <summary>Reads a marked parameter; null if its range or its default makes no sense.</summary>
    public static FormulaParameter? Parse(IParameterSymbol parameter, ProblemList problems, CancellationToken cancellation)
    {
        AttributeData attribute = Find(parameter)!;
        ITypeSymbol? perClass = AxisSignature.ElementOf(parameter.Type);
        ElementKind element = FormulaTypes.ElementOf(perClass ?? parameter.Type)!.Value;
        ParameterRange range = new(
            Value(attribute, "Minimum") as double? ?? double.NegativeInfinity,
            Value(attribute, "Maximum") as double? ?? double.PositiveInfinity,
            Value(attribute, "MinimumIsExclusive") is true,
            Value(attribute, "MaximumIsExclusive") is true);
        Location location = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation() ?? parameter.Locations[0];
        if (range.Of(element).IsEmpty)
        {
            problems.Add(Descriptors.ParameterRange, location, parameter.Name, $"no number is within its range, from {range.Minimum} to {range.Maximum}");
            return null;
        }

        if (!parameter.HasExplicitDefaultValue)
        {
            return new FormulaParameter(parameter.Name, element, Default: null, range, IsPerClass: perClass is not null);
        }

        // The compiler reports a default that is not constant.
        if (parameter.ExplicitDefaultValue is not IConvertible initial)
        {
            return null;
        }

        double value = initial.ToDouble(System.Globalization.CultureInfo.InvariantCulture);
        if (range.Of(element).Contains(value))
        {
            return new FormulaParameter(parameter.Name, element, (ExactDouble)value, range);
        }

        problems.Add(Descriptors.ParameterRange, location, parameter.Name, $"its default, {ExactDouble.Shortest(value)}, is out of its range, or not finite");
        return null;
    }

    private static AttributeData? Find(IParameterSymbol parameter) =>
        parameter.GetAttributes().FirstOrDefault(static data => LossAttributeName.IsOfRuntime(data.AttributeClass, Attribute));

    private static object? Value(AttributeData attribute, string property) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == property).Value is { Kind: TypedConstantKind.Primitive, Value: { } value } ? value : null;
}
