using LossGen.Benchmarks.Workloads;
using LossZoo.Custom.AlongAxis.Rows16;

namespace LossGen.Benchmarks.Custom.AlongAxis;

/// <summary>The losses along an axis of the sample, each in every shape.</summary>
public static class AxisCatalog
{
    // The namespaces in which the project file declares the losses, and the whole shape of each.
    private static readonly (string Namespace, TensorShape Shape)[] shapes =
    [
        ("Rows16", new(65536, 16) { ClassAxis = 1 }),
        ("Rows256", new(4096, 256) { ClassAxis = 1 }),
        ("Rows1000", new(1024, 1000) { ClassAxis = 1 }),
        ("Images21", new(8, 21, 128, 128) { ClassAxis = 1 }),
    ];

    private static readonly Draw scores = static (random, count) => random.Uniform<float>(count, -4, 4);
    private static readonly Draw cosines = static (random, count) => random.Uniform<float>(count, -1, 1);
    private static readonly Draw probabilities = static (random, count) => random.Uniform<float>(count, 0.01, 0.99);
    private static readonly Draw logarithms = static (random, count) => random.Uniform<float>(count, -8, -1);
    private static readonly Draw answers = static (random, count) => random.WholeNumbers<float>(count, below: 2);

    public static IReadOnlyList<AxisLoss> All { get; } =
    [
        .. InEveryShape(nameof(SoftDiceLoss), 1, scores, answers),
        .. InEveryShape(nameof(TverskyLoss), 1, probabilities, answers),
        .. InEveryShape(nameof(MultiMarginLoss), 1, cosines),
        .. InEveryShape(nameof(KLDivergenceLoss), 1, logarithms, logarithms),
        .. InEveryShape(nameof(JensenShannonLoss), 2, scores, scores),
        .. InEveryShape(nameof(EntropyLoss), 1, scores),
        .. InEveryShape(nameof(CorrelationLoss), 2, scores, scores),
        .. InEveryShape(nameof(TripletMarginLoss), 3, scores, scores, scores),
        .. InEveryShape(nameof(AdditiveMarginSoftmaxLoss), 1, steepness: 30, cosines),
        .. InEveryShape(nameof(DistillationLoss), 1, scores, scores),
    ];

    private static IEnumerable<AxisLoss> InEveryShape(string name, int predictions, params Draw[] inputs) => InEveryShape(name, predictions, steepness: 1, inputs);

    private static IEnumerable<AxisLoss> InEveryShape(string name, int predictions, double steepness, params Draw[] inputs) =>
        from shape in shapes
        let declaration = typeof(AxisCatalog).Assembly.GetType($"LossZoo.Custom.AlongAxis.{shape.Namespace}.{name}", throwOnError: true)!
        select new AxisLoss(declaration, shape.Shape, predictions, inputs) { Steepness = steepness };
}
