using LossGen.Generator.Kernel;

namespace LossGen.Generator.Emit;

/// <summary>Prints what an editor shows of the members of a loss whose classes are a shard of all.</summary>
internal static class StatisticsDocumentation
{
    public static void PrintStatistics(CodeWriter writer, LossUnit unit)
    {
        PrintSummary(writer, "Computes the statistics of a shard of the classes, to be merged with those of the other shards.");
        PrintInputs(writer, unit);
        writer.Line($"/// <param name=\"{unit.Local("statistics")}\">Overwritten with {Contents}; {Literals.Integer(unit.StatisticsPerSample)} per sample{(unit.Kept.IgnoreLabel is null ? "" : "; 0 where the label is ignored")}. Apart from the others.</param>");
        PrintExceptions(writer, unit, "A length does not fit the shape, or what is written overlaps another span.");
    }

    public static void PrintSums(CodeWriter writer, LossUnit unit)
    {
        string statistics = unit.Local("statistics");
        PrintSummary(writer, "Computes the sums of which the loss is made from statistics of all classes.");
        writer.Line($"/// <param name=\"{statistics}\">Those of all shards, merged by <see cref=\"global::LossGen.SoftmaxStatistics\"/>: {Contents}.</param>");
        writer.Line($"/// <param name=\"{unit.Labels[0].Name}\">The label of each location, as for <see cref=\"Statistics\"/>; not checked.</param>");
        writer.Line("/// <returns>The sums.</returns>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">A length does not fit.</exception>");
    }

    public static void PrintBackward(CodeWriter writer, LossUnit unit)
    {
        PrintSummary(writer, "Computes the gradient of the loss of a whole, by a shard of its classes.");
        PrintInputs(writer, unit);
        string gradient = unit.Gradients[0].Name;
        writer.Line($"/// <param name=\"{unit.Local("statistics")}\">Those of all shards, merged by <see cref=\"global::LossGen.SoftmaxStatistics\"/>.</param>");
        writer.Line($"/// <param name=\"{unit.Local("total")}\">What <see cref=\"SumsOfStatistics\"/> returns for them, added to what it returns for all other locations.</param>");
        writer.Line($"/// <param name=\"{gradient}\">Overwritten with the gradient of <paramref name=\"{unit.Prediction.Name}\"/>; either that same span or one that does not overlap it.</param>");
        writer.Line($"/// <param name=\"{unit.Local("scale")}\">Multiplies the gradient, as an upstream gradient does.</param>");
        PrintExceptions(writer, unit, $"A length does not fit the shape, <paramref name=\"{unit.Local("total")}\"/> counts less than these inputs, or a gradient overlaps a span other than exactly its own input.");
    }

    private const string Contents = "the greatest logit of each location, then Σ exp of the others' distances from it, the label's left out, then the label's logit, which is 0 where the shard does not have it";

    private static void PrintSummary(CodeWriter writer, string summary)
    {
        writer.Line("/// <summary>");
        writer.Line($"/// {summary}");
        writer.Line("/// </summary>");
    }

    private static void PrintInputs(CodeWriter writer, LossUnit unit)
    {
        writer.Line($"/// <param name=\"{unit.Prediction.Name}\">The logits of the shard's classes: any number of samples of shape {unit.Shape}, row-major.</param>");
        writer.Line($"/// <param name=\"{unit.Labels[0].Name}\">The class of each location among all classes, in this shard or another{(unit.Kept.IgnoreLabel is { } ignored ? $", or {Literals.Integer(ignored)}, which is ignored" : "")}; {Literals.Integer(unit.Shape.LocationsPerSample)} per sample.</param>");
        writer.Line($"/// <param name=\"{unit.Local("firstClass")}\">The number of the shard's first class among all classes.</param>");
        writer.Line($"/// <param name=\"{unit.Local("classes")}\">The number of all classes.</param>");
    }

    private static void PrintExceptions(CodeWriter writer, LossUnit unit, string ofLengths)
    {
        writer.Line($"/// <exception cref=\"global::System.ArgumentException\">{ofLengths} Nothing was written.</exception>");
        writer.Line($"/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A label is {(unit.Kept.IgnoreLabel is null ? "not a class" : "neither a class nor ignored")}, or the shard does not lie within all classes. Nothing was written.</exception>");
    }
}
