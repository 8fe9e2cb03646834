using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>Prints what holds the parameters of a loss's formula: fields, and the constructor that checks and fills them.</summary>
internal static class ParametersPrinter
{
    private const string Guard = "global::LossGen.CompilerServices.LossGuard";

    /// <summary>What the constructor does about the parameters of the formula.</summary>
    public static ConstructorPart ConstructorPart(LossUnit unit)
    {
        string classes = unit.Shape.ClassAxis is null ? "" : Literals.Integer(unit.Shape.Classes);
        List<string> exceptions = ["<exception cref=\"global::System.ArgumentOutOfRangeException\">A parameter is out of its range, or not finite.</exception>"];
        if (unit.ConstructorParameters.Any(static parameter => parameter.IsPerClass))
        {
            exceptions.Add($"<exception cref=\"global::System.ArgumentException\">There are not {classes} numbers for the classes.</exception>");
        }

        return new ConstructorPart(
            [.. unit.ConstructorParameters.Select(static parameter => $"{TypeName(parameter)}{(parameter.IsPerClass ? "[]" : "")} {parameter.Name}")],
            "Checks the parameters of the formula and keeps them.",
            [.. unit.ConstructorParameters.Select(parameter => $"<param name=\"{parameter.Name}\">{(parameter.IsPerClass ? $"One for each of the {classes} classes. " : "")}{Description(parameter)}</param>")],
            exceptions,
            [.. unit.ConstructorParameters.Select(Declaration)],
            [.. unit.ConstructorParameters.Select(parameter => $"this.{parameter.Name} = {Checked(parameter, classes)};")]);
    }

    // A parameter that is checked to be one that it may be.
    private static string Checked(FormulaParameter parameter, string classes)
    {
        ParameterRange range = parameter.Range;
        string bounds = string.Join(
            ", ",
            Literals.Double(range.Minimum.Value),
            Literals.Double(range.Maximum.Value),
            Literals.Truth(range.MinimumIsExclusive),
            Literals.Truth(range.MaximumIsExclusive));
        string name = Literals.Text(parameter.Name);
        return parameter.Enum is not null ? $"{Guard}.RequireDefined({parameter.Name}, {name})"
            : parameter.Type == NumberType.Boolean ? parameter.Name
            : parameter.IsPerClass ? $"{Guard}.RequireParameters({parameter.Name}, {classes}, {bounds}, {name})"
            : $"{Guard}.RequireParameter({parameter.Name}, {bounds}, {name})";
    }

    private static string Declaration(FormulaParameter parameter) =>
        $"{(parameter.IsPerClass ? $"global::System.ReadOnlySpan<{TypeName(parameter)}>" : TypeName(parameter))} {parameter.Name}{(parameter.Default is { } value ? " = " + Default(parameter, value.Value) : "")}";

    private static string Default(FormulaParameter parameter, double value) =>
        parameter.Enum is not null ? EnumValue(parameter, (long)value)
        : parameter.Type == NumberType.Boolean ? Literals.Truth(value != 0)
        : Literals.Of(value, IrType.Of(parameter.Type).Scalar);

    /// <summary>A value of an enum.</summary>
    public static string EnumValue(FormulaParameter parameter, long value) => $"{parameter.Enum}.{parameter.Choices.First(choice => choice.Value == value).Name}";

    /// <summary>The type of a parameter that is one number or choice, or of each of several numbers.</summary>
    public static string TypeName(FormulaParameter parameter) => parameter.Enum ?? KernelPrinter.TypeName(IrType.Of(parameter.Type));

    private static string Description(FormulaParameter parameter)
    {
        ParameterRange range = parameter.Range;
        if (parameter.Enum is not null || parameter.Type == NumberType.Boolean)
        {
            return parameter.Enum is null ? "Each of its values has kernels of its own." : "One of its members, each of which has kernels of its own.";
        }

        string least = (range.MinimumIsExclusive ? "above " : "at least ") + ExactDouble.Shortest(range.Minimum.Value);
        string most = (range.MaximumIsExclusive ? "below " : "at most ") + ExactDouble.Shortest(range.Maximum.Value);
        return (double.IsInfinity(range.Minimum.Value), double.IsInfinity(range.Maximum.Value)) switch
        {
            (true, true) => "Finite.",
            (false, true) => $"Finite and {least}.",
            (true, false) => $"Finite and {most}.",
            _ => $"{InvariantText.Capitalised(least)} and {most}.",
        };
    }
}
