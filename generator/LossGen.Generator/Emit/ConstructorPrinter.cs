using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>What a constructor does about some of its parameters.</summary>
/// <param name="Fields">The fields that keep them, each with its type.</param>
/// <param name="Summary">What is done.</param>
/// <param name="Parameters">What they are, in XML.</param>
/// <param name="Exceptions">When they are refused, in XML.</param>
/// <param name="Declarations">The parameters as they are declared.</param>
/// <param name="Statements">What checks and keeps them.</param>
internal sealed record ConstructorPart(
    IReadOnlyList<string> Fields, string Summary, IReadOnlyList<string> Parameters, IReadOnlyList<string> Exceptions, IReadOnlyList<string> Declarations, IReadOnlyList<string> Statements);

/// <summary>Prints the fields of a loss and the constructor that fills them: with weights of classes or of a data point, and with the parameters of the formula.</summary>
internal static class ConstructorPrinter
{
    /// <summary>Prints both, if the loss has any, and an empty line.</summary>
    public static void Print(CodeWriter writer, LossUnit unit, string generatedField, string generatedMember)
    {
        ConstructorPart[] parts =
        [
            .. unit.Weights is { Source: WeightSource.Constructor } weights ? [WeightsPrinter.ConstructorPart(unit, weights)] : Array.Empty<ConstructorPart>(),
            .. unit.ConstructorParameters.Any() ? [ParametersPrinter.ConstructorPart(unit)] : Array.Empty<ConstructorPart>(),
        ];
        if (parts.Length == 0)
        {
            return;
        }

        foreach (string field in parts.SelectMany(static part => part.Fields))
        {
            writer.Line(generatedField);
            writer.Line($"private readonly {field};");
            writer.Line();
        }

        writer.Line("/// <summary>");
        foreach (ConstructorPart part in parts)
        {
            writer.Line("/// " + part.Summary);
        }

        writer.Line("/// </summary>");
        foreach (string text in parts.SelectMany(static part => part.Parameters).Concat(parts.SelectMany(static part => part.Exceptions)))
        {
            writer.Line("/// " + text);
        }

        writer.Line(generatedMember);
        using (writer.Block($"public {unit.Type.NameInCode}({string.Join(", ", parts.SelectMany(static part => part.Declarations))})"))
        {
            foreach (string statement in parts.SelectMany(static part => part.Statements))
            {
                writer.Line(statement);
            }
        }

        writer.Line();
    }
}
