using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Properties;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Parallelism;

/// <summary>A declaration, an input large enough to be shared among threads, and the loss with and without <see cref="LossParallelism.Auto"/>.</summary>
internal sealed record ParallelLoss(LossKind Kind, string Arguments, int Samples, int ElementsPerSample, int Classes, int ConstructorWeights = 0)
{
    private const string Weighted = "Shape.Batch, 3, 2, Weighting = WeightingMode.";

    private static readonly Lazy<CompiledLosses> Compiled = new(CompileAll);

    /// <summary>Every loss, every weighting, every kind of kernel parameter; no number of positions is a multiple of the block size.</summary>
    public static ParallelLoss[] All { get; } =
    [
        new(LossKind.Square, "", 1_460_003, 1, 1),
        new(LossKind.Hinge, "Shape.Batch, 3", 393_001, 3, 1),
        new(LossKind.BinaryCrossEntropy, "7, Shape.Batch, Weight = 0.3", 90_001, 7, 1),
        new(LossKind.GaussianKL, "", 1_400_003, 1, 1),
        new(LossKind.SoftlabelSoftmax, "Shape.Batch, 100", 5_003, 100, 100),
        new(LossKind.SoftlabelSoftmax, "3, Shape.Batch, 5, Dim = 0", 10_007, 15, 3),
        new(LossKind.Softmax, "Shape.Batch, 1000", 259, 1000, 1000),
        new(LossKind.Softmax, "3, Shape.Batch, Label = LabelType.UInt16", 50_021, 3, 3),
        new(LossKind.Softmax, Weighted + "PerClass, Weights = new double[] { 1, 2, 0 }", 20_011, 6, 3),
        new(LossKind.Softmax, Weighted + "PerDataPoint", 20_011, 6, 3, ConstructorWeights: 6),
        new(LossKind.Softmax, Weighted + "PerPrediction, Normalize = WeightNormalization.Global", 20_011, 6, 3),
        new(LossKind.MultinomialLogistic, "Shape.Batch, 10", 80_021, 10, 10),
        new(LossKind.MultinomialLogistic, Weighted + "PerClass, Normalize = WeightNormalization.Global", 40_009, 6, 3, ConstructorWeights: 3),
        new(LossKind.MultinomialLogistic, Weighted + "PerPrediction, Label = LabelType.Byte", 40_009, 6, 3),
    ];

    public int Count => Samples * ElementsPerSample;

    public bool HasLabels => Kind is LossKind.Softmax or LossKind.MultinomialLogistic;

    private bool TakesWeights => Arguments.Contains(nameof(WeightingMode.PerPrediction), StringComparison.Ordinal);

    public static ParallelLoss Of(string text) => All.Single(loss => loss.ToString() == text);

    /// <summary>The two differ only in whether the declaration allows several threads.</summary>
    public (object Serial, object Parallel) Compile(ElementType element) => (Instance(element, isParallel: false), Instance(element, isParallel: true));

    /// <summary>The inputs of a call, made once for all.</summary>
    public LossInputs Inputs() => Inputs(Samples, seed: 2);

    /// <summary>The inputs of a call with another number of samples.</summary>
    public LossInputs Inputs(int samples, int seed)
    {
        Data data = new(seed);
        int count = samples * ElementsPerSample;
        if (!HasLabels)
        {
            return new LossInputs(data.Prediction(Kind, count), Kind == LossKind.SoftlabelSoftmax ? data.Uniform(count, 0, 1) : data.Target(Kind, count), Weights: null);
        }

        double[] prediction = Kind == LossKind.Softmax ? data.Normal(count) : data.Uniform(count, 0.05, 1);
        return new LossInputs(prediction, [.. data.Labels(count / Classes, Classes)], TakesWeights ? data.Uniform(count, 0.1, 2) : null);
    }

    /// <summary>All members, with both gradients where there are two, in place and not.</summary>
    public LossResult Run(object loss, LossInputs inputs) => HasLabels
        ? LossRun.WithLabels(loss, inputs.Prediction, inputs.Labels, inputs.Weights)
        : LossRun.WithTarget(loss, inputs.Prediction, inputs.GroundTruth);

    public override string ToString() => $"{Kind}({Arguments})";

    private static CompiledLosses CompileAll()
    {
        (ParallelLoss Loss, ElementType Element, bool IsParallel)[] all =
            [.. from loss in All from element in Enum.GetValues<ElementType>() from isParallel in new[] { false, true } select (loss, element, isParallel)];
        return CompiledLosses.Compile(
            all.ToDictionary(static one => one.Loss.Name(one.Element, one.IsParallel), static one => one.Loss.Attribute(one.Element, one.IsParallel)),
            all.Where(static one => one.Loss.ConstructorWeights != 0)
                .ToDictionary(static one => one.Loss.Name(one.Element, one.IsParallel), static one => one.Element == ElementType.Double ? "double" : "float"));
    }

    private string Name(ElementType element, bool isParallel) => FormattableString.Invariant($"Loss{Array.IndexOf(All, this)}{element}{(isParallel ? "Parallel" : "Serial")}");

    private string Attribute(ElementType element, bool isParallel) =>
        $"[{Kind}Loss({Arguments}{(Arguments.Length == 0 ? "" : ", ")}Element = ElementType.{element}{(isParallel ? ", Parallelism = LossParallelism.Auto" : "")})]";

    private object Instance(ElementType element, bool isParallel)
    {
        string name = Name(element, isParallel);
        double[] weights = new Data(1).Weights(1, ConstructorWeights);
        return ConstructorWeights == 0 ? Compiled.Value.Instance(name)
            : element == ElementType.Double ? Compiled.Value.Instance(name, weights)
            : Compiled.Value.Instance(name, weights.Select(static weight => (float)weight).ToArray());
    }
}
