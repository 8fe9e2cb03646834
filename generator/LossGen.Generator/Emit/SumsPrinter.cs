using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>Prints the value of a loss from its sums, and their type where a total makes the value of several.</summary>
internal static class SumsPrinter
{
    private const string Nested = "PartialSums";

    /// <summary>The type of the sums.</summary>
    public static string TypeName(LossUnit unit) => unit.Total is null ? "global::LossGen.LossSum" : Nested;

    /// <summary>The sums as an object.</summary>
    /// <param name="unit">The loss.</param>
    /// <param name="sums">Each sum.</param>
    /// <param name="count">The count.</param>
    public static string Create(LossUnit unit, IEnumerable<string> sums, string count) => $"new {TypeName(unit)}({string.Join(", ", sums.Append(count))})";

    /// <summary>The member that returns the sums, in a reference from a comment: by its parameters where there is an overload.</summary>
    public static string Reference(LossUnit unit) => unit.TakesTensors ? MemberSignature.Of(unit, MemberKind.Sums).Reference : "Sums";

    /// <summary>The property of a sum.</summary>
    public static string Property(string sum) => InvariantText.Capitalised(sum);

    /// <summary>The factors of the derivatives of each sum's terms.</summary>
    /// <param name="unit">The loss.</param>
    /// <param name="total">The sums of the whole.</param>
    /// <param name="slopes">The derivatives of the total by the sums.</param>
    /// <param name="scale">The caller's factor of the gradients.</param>
    public static IEnumerable<string> Scales(LossUnit unit, string total, string slopes, string scale)
    {
        string factor = unit.Weight.Value == 1 ? scale : $"{Literals.Double(unit.Weight.Value)} * {scale}";
        return unit.Total is null
            ? [unit.Divisor is null ? factor : $"{factor} / {total}.Count"]
            : unit.Differentiated.Select((_, number) => $"{factor} * {slopes}[{Literals.Integer(number)}]");
    }

    /// <summary>The arguments of the slopes of a total.</summary>
    public static IEnumerable<string> SlopeArguments(LossTotal total, LossKernel slopes, string sums) => total.Arguments.Select((argument, number) => argument.Kind switch
    {
        TotalArgumentKind.Parameter => "this." + argument.Name,
        TotalArgumentKind.Count => $"({KernelPrinter.TypeName(slopes.Parameters[number].Variable.Type)}){sums}.Count",
        _ => Converted($"{sums}.{Property(argument.Name)}", KernelPrinter.TypeName(slopes.Parameters[number].Variable.Type)),
    });

    public static void Print(CodeWriter writer, LossUnit unit, string generatedCode)
    {
        string value = KernelPrinter.TypeName(unit.Prediction.ElementType);
        string weight = Literals.Double(unit.Weight.Value);
        string times = unit.Weight.Value == 1 ? "" : weight + " * ";
        writer.Line("/// <summary>");
        writer.Line("/// Computes the value of the loss from the sums of its inputs, or of all their parts.");
        writer.Line("/// </summary>");
        writer.Line($"/// <param name=\"sums\">What <see cref=\"{Reference(unit)}\"/> has returned, added up.</param>");
        writer.Line($"/// <returns>{(unit.Kept.DividesByKept ? MemberDocumentation.OfEmpty(unit) : unit.Total is null ? "The value; 0 for no inputs." : "The value.")}</returns>");
        writer.Line(generatedCode);
        string result = unit.Total is { } total
            ? times + (total.Method is { } method ? $"{method}({string.Join(", ", total.Arguments.Select(Argument))})" : $"sums.{Property(total.Sums[0])} / sums.{Property(total.Sums[1])}")
            : unit.Divisor is null ? times + "sums.Sum" : $"{weight} / sums.Count * sums.Sum";
        string converted = unit.Prediction.Element == ScalarType.Double ? result : $"({value})({result})";
        string isEmpty = unit.Total is null ? "sums.Count == 0" : unit.Total.Method is null ? $"sums.{Property(unit.Total.Sums[1])} == 0" : "";
        writer.Line($"public {value} Total(in {TypeName(unit)} sums) => {(isEmpty.Length == 0 ? "" : $"{isEmpty} ? {WhenEmpty(unit, value)} : ")}{converted};");
        if (unit.Total is not null)
        {
            writer.Line();
            PrintType(writer, unit.Total, unit.HasAccuracy, generatedCode);
        }
    }

    private static string WhenEmpty(LossUnit unit, string value) => !unit.Kept.DividesByKept ? "0" : unit.Kept.WhenEmpty switch
    {
        WhenEmptyKind.NaN => value + ".NaN",
        WhenEmptyKind.Throw => $"throw new global::System.InvalidOperationException({Literals.Text(unit.DividesByWeights ? "The weights sum to 0, so the loss has no value." : "No location is kept, so the loss has no value.")})",
        _ => "0",
    };

    private static string Argument(TotalArgument argument) => argument.Kind switch
    {
        TotalArgumentKind.Parameter => "this." + argument.Name,
        TotalArgumentKind.Count => Converted("sums.Count", argument.Type, "long"),
        _ => Converted("sums." + Property(argument.Name), argument.Type),
    };

    private static string Converted(string number, string type, string own = "double") => type == own ? number : $"({type}){number}";

    private static void PrintType(CodeWriter writer, LossTotal total, bool hasAccuracy, string generatedCode)
    {
        string[] properties = [.. total.Sums.Select(Property)];
        writer.Line("/// <summary>");
        writer.Line("/// The sums over some of the loss's inputs; those of parts, added, are those of the whole.");
        writer.Line("/// </summary>");
        foreach ((string sum, string property) in total.Sums.Zip(properties, static (sum, property) => (sum, property)))
        {
            writer.Line($"/// <param name=\"{property}\">The sum that the total takes as {sum}.</param>");
        }

        writer.Line("/// <param name=\"Count\">The number of locations, or of elements if the formula sees single ones.</param>");
        writer.Line(generatedCode);
        using (writer.Block($"public readonly record struct {Nested}({string.Join(", ", properties.Select(static property => "double " + property))}, long Count)"))
        {
            if (hasAccuracy)
            {
                foreach ((string member, string summary) in new[]
                {
                    ("long Correct { get; init; }", "The number of locations whose label is the class with the greatest element, the first of equals."),
                    ("long Labelled { get; init; }", "The number of locations whose label is not ignored."),
                    ("double Accuracy => (double)this.Correct / this.Labelled;", "The share of these locations that is predicted right; NaN where there are none."),
                })
                {
                    writer.Line("/// <summary>");
                    writer.Line($"/// {summary}");
                    writer.Line("/// </summary>");
                    writer.Line($"public {member}");
                    writer.Line();
                }
            }

            writer.Line("/// <summary>");
            writer.Line("/// The sums over the inputs of both.");
            writer.Line("/// </summary>");
            writer.Line($"public static {Nested} operator +({Nested} left, {Nested} right) =>");
            writer.Line($"    new({string.Join(", ", properties.Append("Count").Select(static property => $"left.{property} + right.{property}"))}){(hasAccuracy ? " { Correct = left.Correct + right.Correct, Labelled = left.Labelled + right.Labelled }" : "")};");
        }
    }
}
