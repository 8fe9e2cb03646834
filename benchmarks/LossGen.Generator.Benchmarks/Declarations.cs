using System.Globalization;

namespace LossGen.Generator.Benchmarks;

/// <summary>A project with a thousand losses: all seven kinds, with and without weights, of different shapes.</summary>
internal static class Declarations
{
    public const int Count = 1_000;

    private static readonly Func<int, string>[] Kinds =
    [
        static size => $"SoftmaxLoss(Shape.Batch, {size})",
        static size => $"SoftmaxLoss(Shape.Batch, {size}, 8, 8, Element = ElementType.Double)",
        static size => $"SoftmaxLoss(Shape.Batch, {size}, Weighting = WeightingMode.PerClass)",
        static size => $"SoftmaxLoss(Shape.Batch, {size}, 4, Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.Global)",
        static size => $"MultinomialLogisticLoss(Shape.Batch, {size})",
        static size => $"SoftlabelSoftmaxLoss(Shape.Batch, {size})",
        static size => $"SquareLoss(Shape.Batch, {size})",
        static size => $"HingeLoss(Shape.Batch, {size})",
        static size => $"BinaryCrossEntropyLoss(Shape.Batch, {size})",
        static size => $"GaussianKLLoss(Shape.Batch, {size}, Element = ElementType.Double)",
    ];

    /// <summary>The source of one loss.</summary>
    public static string Source(int index, string weight = "1") => string.Create(
        CultureInfo.InvariantCulture,
        $"using LossGen;\nnamespace Project.Losses;\n[{Kinds[index % Kinds.Length](2 + (index / Kinds.Length)).TrimEnd(')')}, Weight = {weight})]\npublic sealed partial class Loss{index};\n");
}
