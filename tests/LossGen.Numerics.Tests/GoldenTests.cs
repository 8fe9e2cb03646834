using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests;

/// <summary>
/// Values and gradients from PyTorch's float64 autograd: every case of the golden file whose loss and weighting exist.
/// Its numbers owe nothing to this project's formulas.
/// </summary>
public sealed class GoldenTests
{
    // The file's names of the losses that exist.
    private static readonly Dictionary<string, string> LossNames = new()
    {
        ["softmax"] = "SoftmaxLoss",
        ["softlabelSoftmax"] = "SoftlabelSoftmaxLoss",
        ["multinomialLogistic"] = "MultinomialLogisticLoss",
        ["square"] = "SquareLoss",
        ["hinge"] = "HingeLoss",
        ["binaryCrossEntropy"] = "BinaryCrossEntropyLoss",
        ["gaussianKL"] = "GaussianKLLoss",
    };

    private static readonly Lazy<IReadOnlyList<GoldenCase>> Cases = new(static () =>
        [.. GoldenCase.ReadAll().Where(static c => c.Weighting == "none" && LossNames.ContainsKey(c.Loss))]);

    private static readonly Lazy<CompiledLosses> Losses = new(static () => CompiledLosses.Compile(
        Cases.Value.SelectMany(static (c, i) => new[] { ElementKind.Single, ElementKind.Double }.Select(element => (Name: $"{element}{i}", Attribute: Declaration(c, element))))
            .ToDictionary(static loss => loss.Name, static loss => loss.Attribute)));

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Cases.Value.Count)];

    [Fact]
    public void AllMatchingCasesAreFound() => Assert.Equal(84, Cases.Value.Count);

    [Theory]
    [MemberData(nameof(Indices))]
    public void Float64MatchesTo1e12(int index)
    {
        GoldenCase golden = Cases.Value[index];
        golden.Matches(Run(golden, Losses.Value.Instance($"Double{index}"), golden.Prediction, golden.Label));
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Float32MatchesToItsBounds(int index)
    {
        // The file's inputs are float64; float32 is held to its bounds on the nearest inputs that it can hold.
        GoldenCase golden = Cases.Value[index];
        object loss = Losses.Value.Instance($"Single{index}");
        double[] prediction = LossRun.Rounded(loss, golden.Prediction);
        double[] label = LossRun.Rounded(loss, golden.Label);
        LossResult expected = Run(golden, Losses.Value.Instance($"Double{index}"), prediction, label);
        LossResult actual = Run(golden, loss, prediction, label);
        Exactness.Value(loss, expected.Value, actual.Value, Declaration(golden, ElementKind.Single));
        string what = Declaration(golden, ElementKind.Single);
        switch (golden.Loss)
        {
            case "softmax":
                Exactness.SoftmaxGradient(loss, expected.PredictionGradient, actual.PredictionGradient, golden.Weight / Locations(golden), what);
                break;
            case "softlabelSoftmax":
                Exactness.SoftLabelGradient(loss, expected.PredictionGradient, actual.PredictionGradient, golden.Weight / Locations(golden), what);
                Exactness.SoftLabelGradient(loss, expected.GroundTruthGradient!, actual.GroundTruthGradient!, golden.Weight / Locations(golden), what);
                break;
            default:
                Exactness.ElementwiseGradient(loss, expected.PredictionGradient, actual.PredictionGradient, what);
                Exactness.ElementwiseGradient(loss, expected.GroundTruthGradient ?? [], actual.GroundTruthGradient ?? [], what);
                break;
        }
    }

    private static LossResult Run(GoldenCase golden, object loss, double[] prediction, double[] label) => golden.LabelGradient is null
        ? LossRun.WithLabels(loss, prediction, [.. label.Select(static g => (int)g)])
        : LossRun.WithTarget(loss, prediction, label);

    private static int Locations(GoldenCase golden) => golden.Prediction.Length / golden.Shape[golden.Dim!.Value];

    private static string Declaration(GoldenCase golden, ElementKind element)
    {
        IEnumerable<string> shape = golden.Shape.Select((size, axis) => axis == golden.BatchAxis ? "Shape.Batch" : $"{size}");
        string dim = golden.Dim is { } axis ? $"Dim = {axis}, " : "";
        return FormattableString.Invariant($"[{LossNames[golden.Loss]}({string.Join(", ", shape)}, {dim}Weight = {golden.Weight:R}, Element = ElementType.{element})]");
    }
}
