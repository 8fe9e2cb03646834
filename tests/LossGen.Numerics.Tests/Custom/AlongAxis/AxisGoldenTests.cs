using System.Globalization;
using System.Text.Json;
using LossGen.Numerics.Tests.Support;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>Losses along an axis, each as a user writes it, against values and gradients from PyTorch's float64 autograd.</summary>
public sealed class AxisGoldenTests
{
    // PyTorch was given the margin in float32.
    private static readonly Dictionary<string, double> Margin = new() { ["margin"] = 0.35f };

    // The file's names, and the sample's, whose defaults are the file's parameters.
    private static readonly Dictionary<string, string> Losses = new()
    {
        ["additiveMarginSoftmax"] = "AdditiveMarginSoftmaxLoss",
        ["arcFace"] = "ArcFaceLoss",
        ["correlation"] = "CorrelationLoss",
        ["entropyOfSoftmax"] = "EntropyLoss",
        ["jensenShannon"] = "JensenShannonLoss",
        ["klDiv"] = "KLDivergenceLoss",
        ["multiMargin"] = "MultiMarginLoss",
        ["softDice"] = "SoftDiceLoss",
        ["softcappedCrossEntropy"] = "SoftcappedSoftmaxLoss",
        ["temperedCrossEntropy"] = "TemperedSoftmaxLoss",
        ["tripletMargin"] = "TripletMarginLoss",
        ["tversky"] = "TverskyLoss",
    };

    private static readonly IReadOnlyList<AxisCase> All = ReadAll();

    private static readonly CompiledInEitherType Compiled = new(static isDouble =>
    [
        .. All.Select(static (golden, index) => (golden, index)).Where(each => RandomRun.IsTried(each.index, days: 4) && RandomRun.OneOf(each.index, days: 4, true, false).Contains(isDouble)).Select(static each => each.golden)
            .Select(golden => AxisSource.Zoo.Single(source => source.Name == Losses[golden.Loss]).With($"Shape.Batch, {golden.Shape[1]}", isDouble, golden.ClassName)).Distinct(),
    ]);

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, All.Count).Where(static index => RandomRun.IsTried(index, days: 4))];

    [Fact]
    public void AllCasesAreFound() => Assert.Equal(82, All.Count);

    [Theory]
    [MemberData(nameof(Indices))]
    public void ValueAndGradientsMatch(int index)
    {
        AxisCase golden = All[index];
        double[][] spans = [.. golden.Inputs.Where(static input => input.Name != "label").Select(static input => input.Values)];
        int[] labels = [.. golden.Inputs.Where(static input => input.Name == "label").SelectMany(static input => input.Values).Select(static label => (int)label)];
        foreach (bool isDouble in RandomRun.OneOf(index, days: 4, true, false))
        {
            // Float32 inputs differ from the file's by their rounding, and so do the gradients.
            double bound = isDouble ? 1e-11 : 1e-5;
            (double value, double[][] gradients) = new AxisLossRun(Compiled.Type("Zoo." + golden.ClassName, isDouble), isDouble, golden.Loss == "additiveMarginSoftmax" ? Margin : null).At(spans, labels);
            Assert.Equal(golden.MeanValue, value, bound * Math.Max(1, Math.Abs(golden.MeanValue)));
            for (int i = 0; i < spans.Length; i++)
            {
                if (golden.Inputs[i].Gradient is { } expected)
                {
                    double largest = expected.Max(Math.Abs);
                    Assert.All(expected.Zip(gradients[i]), pair => Assert.Equal(pair.First * golden.Scale, pair.Second, bound * Math.Max(largest * golden.Scale, 1e-300)));
                }
            }
        }
    }

    private static IReadOnlyList<AxisCase> ReadAll()
    {
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Golden", "axis-losses.json"));
        AxisFile all = JsonSerializer.Deserialize<AxisFile>(file, new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
        return [.. all.Cases.Where(static golden => Losses.ContainsKey(golden.Loss) && !golden.Parameters.ContainsKey("classWeights"))];
    }

    private sealed record AxisFile(AxisCase[] Cases);

    private sealed record AxisInput(string Name, double[] Values, double[]? Gradient);

    private sealed record AxisCase(string Loss, Dictionary<string, JsonElement> Parameters, string Reduction, int[] Shape, AxisInput[] Inputs, double? Value, double[]? Values)
    {
        public string ClassName => string.Create(CultureInfo.InvariantCulture, $"{Loss}{Shape[1]}");

        // The losses compute the mean over locations.
        public double Scale => Reduction is "mean" or "batchMean" ? 1 : 1.0 / Shape[0];

        public double MeanValue => (Value ?? Values!.Sum()) * Scale;
    }
}
