using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>One loss of each kind and weighting, whose members are called with spans of any length and position.</summary>
internal static class GuardedLosses
{
    public const int Classes = 3;

    private static readonly string[] Names =
    [
        .. new[] { "Softmax", "MultinomialLogistic" }.SelectMany(static loss => EdgeLosses.Weightings.Select(w => $"{loss}_{w.Mode}_{w.Normalize}").Append(loss)),
        "SoftlabelSoftmax", "Square", "Hinge", "BinaryCrossEntropy", "GaussianKL",
    ];

    private static readonly Lazy<CompiledLosses> Compiled = new(static () =>
    {
        (string Name, string Attribute, string Type)[] losses =
            [.. Names.SelectMany(static name => new[] { "Single", "Double" }.Select(element => (name + element, Attribute(name, element), element == "Double" ? "double" : "float")))];
        return CompiledLosses.Compile(
            losses.ToDictionary(static loss => loss.Name, static loss => loss.Attribute),
            losses.Where(static loss => TakesConstructor(loss.Name)).ToDictionary(static loss => loss.Name, static loss => loss.Type));
    });

    /// <summary>The losses with labels.</summary>
    public static TheoryData<string> WithLabels => [.. Names.Where(HasLabels)];

    /// <summary>The losses with a target.</summary>
    public static TheoryData<string> WithTarget => [.. Names.Where(static name => !HasLabels(name))];

    public static SpanMember<T, TTruth>[] Members<T, TTruth>(string name)
        where T : unmanaged
        where TTruth : unmanaged => SpanMember<T, TTruth>.Of(Instance(name + typeof(T).Name));

    private static object Instance(string name) => !TakesConstructor(name)
        ? Compiled.Value.Instance(name)
        : name.EndsWith("Double", StringComparison.Ordinal) ? Compiled.Value.Instance(name, new[] { 1.0, 0.5, 2.0 }) : Compiled.Value.Instance(name, new[] { 1f, 0.5f, 2f });

    // A data point is one row of classes, so that both kinds of constructor take as many weights.
    private static bool TakesConstructor(string name) => name.Contains("PerClass", StringComparison.Ordinal) || name.Contains("PerDataPoint", StringComparison.Ordinal);

    private static bool HasLabels(string name) => name.StartsWith("Softmax", StringComparison.Ordinal) || name.StartsWith("Multinomial", StringComparison.Ordinal);

    private static string Attribute(string name, string element)
    {
        string[] parts = name.Split('_');
        string weighting = parts.Length == 1 ? "" : $", Weighting = WeightingMode.{parts[1]}, Normalize = WeightNormalization.{parts[2]}";
        return $"[{parts[0]}Loss(Shape.Batch, {Classes}, Element = ElementType.{element}{weighting})]";
    }
}
