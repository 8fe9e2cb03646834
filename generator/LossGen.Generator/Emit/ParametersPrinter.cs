using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>Prints what holds the parameters of a loss's formula: fields, and the constructor that checks and fills them.</summary>
internal static class ParametersPrinter
{
    public static void PrintConstructor(CodeWriter writer, LossUnit unit, string generatedField, string generatedMember)
    {
        foreach (FormulaParameter parameter in unit.Parameters)
        {
            writer.Line(generatedField);
            writer.Line($"private readonly {TypeName(parameter)}{(parameter.IsPerClass ? "[]" : "")} {parameter.Name};");
            writer.Line();
        }

        writer.Line("/// <summary>");
        writer.Line("/// Checks the parameters of the formula and keeps them.");
        writer.Line("/// </summary>");
        foreach (FormulaParameter parameter in unit.Parameters)
        {
            writer.Line($"/// <param name=\"{parameter.Name}\">{(parameter.IsPerClass ? $"One for each of the {Literals.Integer(unit.Shape.Classes)} classes. " : "")}{Description(parameter.Range)}</param>");
        }

        writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A parameter is out of its range, or not finite.</exception>");
        if (unit.Parameters.Any(static parameter => parameter.IsPerClass))
        {
            writer.Line($"/// <exception cref=\"global::System.ArgumentException\">There are not {Literals.Integer(unit.Shape.Classes)} numbers for the classes.</exception>");
        }

        writer.Line(generatedMember);
        using (writer.Block($"public {unit.Type.NameInCode}({string.Join(", ", unit.Parameters.Select(Declaration))})"))
        {
            foreach (FormulaParameter parameter in unit.Parameters)
            {
                ParameterRange range = parameter.Range;
                string bounds = string.Join(
                    ", ",
                    Literals.Double(range.Minimum.Value),
                    Literals.Double(range.Maximum.Value),
                    Literals.Truth(range.MinimumIsExclusive),
                    Literals.Truth(range.MaximumIsExclusive));
                writer.Line($"this.{parameter.Name} = global::LossGen.CompilerServices.LossGuard.{(parameter.IsPerClass ? $"RequireParameters({parameter.Name}, {Literals.Integer(unit.Shape.Classes)}" : $"RequireParameter({parameter.Name}")}, {bounds}, {Literals.Text(parameter.Name)});");
            }
        }
    }

    private static string Declaration(FormulaParameter parameter) =>
        $"{(parameter.IsPerClass ? $"global::System.ReadOnlySpan<{TypeName(parameter)}>" : TypeName(parameter))} {parameter.Name}{(parameter.Default is { } value ? " = " + Literals.Of(value.Value, ScalarOf(parameter)) : "")}";

    private static ScalarType ScalarOf(FormulaParameter parameter) => parameter.Element == ElementKind.Double ? ScalarType.Double : ScalarType.Single;

    private static string TypeName(FormulaParameter parameter) => KernelPrinter.TypeName(new IrType(ScalarOf(parameter)));

    private static string Description(ParameterRange range)
    {
        string least = (range.MinimumIsExclusive ? "above " : "at least ") + ExactDouble.Shortest(range.Minimum.Value);
        string most = (range.MaximumIsExclusive ? "below " : "at most ") + ExactDouble.Shortest(range.Maximum.Value);
        return (double.IsInfinity(range.Minimum.Value), double.IsInfinity(range.Maximum.Value)) switch
        {
            (true, true) => "Finite.",
            (false, true) => $"Finite and {least}.",
            (true, false) => $"Finite and {most}.",
            _ => $"{char.ToUpperInvariant(least[0])}{least.Substring(1)} and {most}.",
        };
    }
}
