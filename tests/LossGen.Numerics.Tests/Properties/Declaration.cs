using System.Globalization;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Numerics.Tests.Properties;

/// <summary>How a declaration gives the class axis.</summary>
internal enum AxisNotation
{
    LeftOut,
    FromFront,
    FromBack,
}

/// <summary>One point of the option space: everything that an attribute can say. Defaults are omitted from the text.</summary>
internal sealed record Declaration
{
    public required LossKind Loss { get; init; }

    /// <summary>The dimensions, one of them <see cref="Shape.Batch"/>; empty if an elementwise loss declares none.</summary>
    public required int[] Dimensions { get; init; }

    /// <summary>The class axis from the front; null for elementwise losses.</summary>
    public int? ClassAxis { get; init; }

    public AxisNotation Notation { get; init; }

    public double Weight { get; init; } = 1.0;

    public ElementType Element { get; init; }

    public LabelType Label { get; init; }

    public string[]? Bottoms { get; init; }

    public WeightingMode Weighting { get; init; }

    public WeightNormalization Normalize { get; init; }

    public bool HasConstantWeights { get; init; }

    public LossParallelism Parallelism { get; init; }

    public bool HasLabels => TakesLabels(Loss);

    /// <summary>Whether each call takes weights.</summary>
    public bool IsWeightedByCall => Weighting is WeightingMode.PerPrediction or WeightingMode.PerLocation;

    public bool HasConstructor => Weighting is WeightingMode.PerClass or WeightingMode.PerDataPoint && !HasConstantWeights;

    public int ElementsPerSample => Dimensions.Where(static size => size != Shape.Batch).Aggregate(1, static (product, size) => product * size);

    private int BatchAxis => Math.Max(0, Array.IndexOf(Dimensions, Shape.Batch));

    /// <summary>The built-in losses without options, whose formulas are LossGen's.</summary>
    public static LossKind[] BuiltIn { get; } = [.. Enum.GetValues<LossKind>().Where(static loss => loss is not (LossKind.Custom or LossKind.CustomOverClasses or LossKind.CustomAlongAxis) && LossTemplate.Find(loss) is null)];

    public static bool TakesClassAxis(LossKind loss) => TakesLabels(loss) || loss == LossKind.SoftlabelSoftmax;

    public static bool TakesLabels(LossKind loss) => loss is LossKind.Softmax or LossKind.MultinomialLogistic;

    /// <summary>The axis that a declaration may omit: the one next to a batch that is first or last.</summary>
    public static int? DefaultClassAxis(int[] dimensions) => Array.IndexOf(dimensions, Shape.Batch) switch
    {
        0 => 1,
        int batch when batch == dimensions.Length - 1 => batch - 1,
        _ => null,
    };

    public ReferenceShape FullShape(int samples) => new(
        Dimensions.Length == 0 ? [samples] : [.. Dimensions.Select(size => size == Shape.Batch ? samples : size)], BatchAxis, ClassAxis);

    public string Attribute(double[]? constantWeights)
    {
        List<string> arguments = [.. Dimensions.Select(static size => size == Shape.Batch ? "Shape.Batch" : Text(size))];
        AddIf(ClassAxis is not null && Notation != AxisNotation.LeftOut, "Dim", Text((ClassAxis ?? 0) - (Notation == AxisNotation.FromBack ? Dimensions.Length : 0)));
        AddIf(Weight != 1.0, "Weight", Text(Weight));
        AddIf(Element != default, "Element", $"ElementType.{Element}");
        AddIf(Label != default, "Label", $"LabelType.{Label}");
        AddIf(Bottoms is not null, "Bottoms", $"new[] {{ {string.Join(", ", (Bottoms ?? []).Select(static name => $"\"{name}\""))} }}");
        AddIf(Weighting != default, "Weighting", $"WeightingMode.{Weighting}");
        AddIf(Normalize != default, "Normalize", $"WeightNormalization.{Normalize}");
        AddIf(Parallelism != default, "Parallelism", $"LossParallelism.{Parallelism}");
        AddIf(constantWeights is not null, "Weights", $"new double[] {{ {string.Join(", ", (constantWeights ?? []).Select(static weight => Text(weight)))} }}");
        return arguments.Count == 0 ? $"[{Loss}Loss]" : $"[{Loss}Loss({string.Join(", ", arguments)})]";

        void AddIf(bool isSaid, string property, string value)
        {
            if (isSaid)
            {
                arguments.Add($"{property} = {value}");
            }
        }
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
