using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>LG0015, LG0016, LG0020 and LG0024, and the names that weights take: what has its own weight, and where the weights come from.</summary>
public sealed class WeightingDiagnosticsTests
{
    private const string Modes = "WeightingMode.None, WeightingMode.PerClass, WeightingMode.PerDataPoint, WeightingMode.PerPrediction or WeightingMode.PerLocation";
    private const string Normalizations = "WeightNormalization.Local, WeightNormalization.Global or WeightNormalization.None";
    private const string Constants = "WeightingMode.PerClass or WeightingMode.PerDataPoint, or remove Weights";

    [Theory]
    [InlineData("[|Weighting = (WeightingMode)5|]", "5")]
    [InlineData("[|Weighting = (WeightingMode)(-1)|], Weights = new[] { 1.0 }", "-1")]
    [InlineData("Weights = null!, [|Weighting = (WeightingMode)int.MaxValue|], Normalize = WeightNormalization.None", "2147483647")]
    public Task UnknownWeightingMode(string properties, string number) =>
        DiagnosticTester.ExpectAsync("LG0015", Declare(properties), "Weighting is " + number + ", but must be " + Modes);

    [Theory]
    [InlineData("[|Normalize = (WeightNormalization)3|]", "3")]
    [InlineData("Weighting = WeightingMode.PerClass, [|Normalize = (WeightNormalization)(-1)|]", "-1")]
    [InlineData("Weighting = WeightingMode.PerClass, [|Normalize = (WeightNormalization)3|], Weights = new double[] { 0, 0, 0 }", "3")]
    public Task UnknownWeightNormalization(string properties, string number) =>
        DiagnosticTester.ExpectAsync("LG0016", Declare(properties), "Normalize is " + number + ", but must be " + Normalizations);

    [Theory]
    [InlineData("[|Weights = new[] { 1.0, 2, 3 }|]", "None: set it to ")]
    [InlineData("[|Weights = new[] { -1.0 }|], Weighting = WeightingMode.None", "None: set it to ")]
    [InlineData("[|Weights = null!|]", "None: set it to ")]
    [InlineData("[|Weights = []|]", "None: set it to ")]
    [InlineData("Weighting = WeightingMode.PerLocation, [|Weights = [1, 2, 3]|]", "PerLocation: its weights come with each call, so set it to ")]
    [InlineData("Weighting = WeightingMode.PerPrediction, [|Weights = [1, 2, 3]|]", "PerPrediction: its weights come with each call, so set it to ")]
    public Task WeightsNotConstant(string properties, string advice) =>
        DiagnosticTester.ExpectAsync("LG0020", Declare(properties), "Weights are given, but Weighting is WeightingMode." + advice + Constants);

    [Theory]
    [InlineData("[|Normalize = WeightNormalization.Local|]", "Local")]
    [InlineData("Weighting = WeightingMode.None, [|Normalize = WeightNormalization.Global|]", "Global")]
    [InlineData("[|Normalize = WeightNormalization.None|], Weight = 2", "None")]
    public Task NormalizeWithoutWeights(string properties, string normalization) => DiagnosticTester.ExpectWarningAsync(
        "LG0024",
        Declare(properties),
        "Normalize is WeightNormalization." + normalization + ", but has no effect, as Weighting is WeightingMode.None: set Weighting to another mode, or remove Normalize");

    /// <summary>Constants show that weights are wanted, so it is the mode that is missing.</summary>
    [Fact]
    public Task NormalizeBesideConstantsWithoutAMode() => DiagnosticTester.ExpectAsync(
        "LG0020",
        Declare("[|Weights = new[] { 1.0, 2, 3 }|], Normalize = WeightNormalization.Global"),
        "Weights are given, but Weighting is WeightingMode.None: set it to " + Constants);

    [Theory]
    [InlineData("Bottoms = [[|\"weights\"|], \"labels\"]")]
    [InlineData("Bottoms = new[] { \"logits\", [|\"weights\"|] }")]
    public Task BottomNamedLikeTheWeightsOfACall(string bottoms) => DiagnosticTester.ExpectAsync(
        "LG0007",
        Declare(bottoms + ", Weighting = WeightingMode.PerPrediction"),
        "Bottoms has 'weights', but that is the name of the parameter that takes the weights of each call");

    [Fact]
    public Task WeightsOfLocationsAreTakenAsTheyAre() => DiagnosticTester.ExpectWarningAsync(
        "LG0050",
        Declare("Weighting = WeightingMode.PerLocation, [|Normalize = WeightNormalization.Global|]"),
        "Normalize is WeightNormalization.Global, but has no effect, as weights of locations are taken as they are: set Denominator to LossDenominator.WeightSum to divide by their sum");

    [Theory]
    [InlineData("PerClass", "has none")]
    [InlineData("PerPrediction", "has none")]
    public Task WeightsOfALabelThatThereIsNot(string mode, string labels) => DiagnosticTester.ExpectAsync(
        "LG0044",
        "using LossGen; [HingeLoss([|Weighting = WeightingMode." + mode + "|])] partial class Loss;",
        $"Weighting is WeightingMode.{mode}, which weighs a location by its one label, but the loss 'Loss' {labels}: with WeightingMode.PerLocation, each location has a weight of its own");

    [Theory]
    [InlineData("PerPrediction", "float [|weights|]", "each call")]
    [InlineData("PerLocation", "float [|weights|]", "each call")]
    [InlineData("PerClass", "[Parameter] float [|weights|]", "the constructor")]
    [InlineData("PerClass", "[Parameter] float [|normalizedWeights|]", "the constructor")]
    public Task ParameterNamedLikeTheWeights(string mode, string parameter, string where) => DiagnosticTester.ExpectAsync(
        "LG0031",
        "using System; using LossGen; [AxisLoss(Shape.Batch, 5, Weighting = WeightingMode." + mode + ")] partial class Loss { [Formula] static float Value(ReadOnlySpan<float> x, int label, " + parameter + ") => x[label] * "
            + parameter.Split(' ')[^1].Trim('[', ']', '|') + "; }",
        $"The method 'Value' cannot be a formula: '{parameter.Split(' ')[^1].Trim('[', ']', '|')}' is the name of the weights of {where}, and cannot be that of another parameter");

    [Fact]
    public Task BottomsThatAreBothNamedWeights() => DiagnosticTester.ExpectAsync(
        "LG0007",
        Declare("Weighting = WeightingMode.PerPrediction, Bottoms = [\"weights\", [|\"weights\"|]]"),
        "Bottoms has 'weights', but the two names must differ");

    [Fact]
    public async Task EveryPropertyIsCheckedAtOnce()
    {
        string[] ids = [.. (await AnalyzerTester.AnalyzeAsync(
            "[LossGen.SoftmaxLoss(1, Weighting = (LossGen.WeightingMode)9, Weights = new[] { -1.0, 0 }, Normalize = (LossGen.WeightNormalization)9)] partial class Loss;")).Select(static diagnostic => diagnostic.Id)];

        Assert.Equal(["LG0003", "LG0015", "LG0018", "LG0016"], ids);
    }

    [Theory]
    [InlineData("Weighting = WeightingMode.None")]
    [InlineData("Weighting = WeightingMode.PerClass")]
    [InlineData("Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.Local")]
    [InlineData("Weighting = WeightingMode.PerDataPoint, Normalize = WeightNormalization.None")]
    [InlineData("Weighting = (WeightingMode)3")]
    [InlineData("Bottoms = [\"weights\", \"normalizedWeights\"]")]
    [InlineData("Weighting = WeightingMode.PerClass, Bottoms = [\"weights\", \"normalizedWeights\"]")]
    [InlineData("Weighting = WeightingMode.PerDataPoint, Weights = [1, 2, 3], Bottoms = [\"weights\", \"normalizedWeights\"]")]
    [InlineData("Weighting = WeightingMode.PerPrediction, Bottoms = [\"normalizedWeights\", \"Weights\"]")]
    public Task ValidWeighting(string properties) => DiagnosticTester.ExpectValidAsync(Declare(properties));

    private static string Declare(string properties) => "[SoftmaxLoss(Shape.Batch, 3, " + properties + ")] sealed partial class Loss;";
}
