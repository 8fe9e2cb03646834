using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>Prints what holds a loss's weights: a table of constants, or a field and the constructor that fills it.</summary>
internal static class WeightsPrinter
{
    private const int ConstantsPerLine = 8;

    public static void PrintConstants(CodeWriter writer, LocationWeights weights)
    {
        string[] numbers = [.. weights.Constants.Select(weight => Literals.Of(weight.Value, weights.Tensor.Element))];
        writer.Line($"// {char.ToUpperInvariant(weights.Description[0])}{weights.Description.Substring(1)}.");
        string element = KernelPrinter.TypeName(weights.Tensor.ElementType);

        // The compiler keeps such an array as data and allocates nothing; a collection expression would do the same, but needs C# 12.
        string head = $"private static global::System.ReadOnlySpan<{element}> {Weighting.Table} =>";
        string array = $"new {element}[]";
        if (numbers.Length <= ConstantsPerLine)
        {
            writer.Line($"{head} {array} {{ {string.Join(", ", numbers)} }};");
            return;
        }

        writer.Line($"{head} {array}");
        using (writer.Indented("{", "};"))
        {
            for (int first = 0; first < numbers.Length; first += ConstantsPerLine)
            {
                writer.Line(string.Join(", ", numbers.Skip(first).Take(ConstantsPerLine)) + ",");
            }
        }
    }

    /// <summary>What the constructor does about weights that it takes.</summary>
    public static ConstructorPart ConstructorPart(LossUnit unit, LocationWeights weights)
    {
        Weighting declared = weights.Declared;
        string element = KernelPrinter.TypeName(unit.Prediction.ElementType);
        string count = Literals.Integer(declared.Count(unit.Shape));
        string what = declared.Kind == WeightingKind.PerClass
            ? $"the {count} classes of shape {unit.Shape}"
            : $"the {count} elements of a data point of shape {unit.Shape}";
        string arguments = string.Join(
            ", ",
            Weighting.Parameter,
            count,
            Literals.Integer(unit.Shape.Classes),
            Literals.Integer(declared.Inner(unit.Shape)),
            "global::LossGen.WeightNormalization." + declared.Normalization,
            Literals.Text(what),
            Literals.Text(Weighting.Parameter));
        return new ConstructorPart(
            [$"{KernelPrinter.TypeName(weights.Tensor.ElementType)}[] {Weighting.Field}"],
            $"Checks the weights ω, scales them and keeps the result: {LossFilePrinter.Xml(weights.Description)}.",
            [$"<param name=\"{Weighting.Parameter}\">One for each of {what}, row-major; each finite and at least 0.</param>"],
            [$"<exception cref=\"global::System.ArgumentException\">There are not {count}, or one is negative, NaN or infinite, or those scaled together are all 0.</exception>"],
            [$"global::System.ReadOnlySpan<{element}> {Weighting.Parameter}"],
            [$"this.{Weighting.Field} = global::LossGen.CompilerServices.LossWeights.{(weights.Tensor.Element == ScalarType.Single ? "NormalizeToSingle" : "Normalize")}({arguments});"]);
    }
}
