using System.Text.Json;

namespace LossGen.Numerics.Tests.Custom;

/// <summary>The elementwise losses among the golden cases of losses along an axis: values and gradients from PyTorch's float64 autograd.</summary>
public sealed class ElementwiseGoldenTests
{
    // The file's names of losses, and the sample's, whose inputs have the same order.
    private static readonly Dictionary<string, string> Losses = new()
    {
        ["crpsGaussian"] = "ContinuousRankedProbabilityLoss",
        ["gaussianNll"] = "FullGaussianLoss",
        ["hingeEmbedding"] = "HingeEmbeddingLoss",
        ["marginRanking"] = "MarginRankingLoss",
        ["negativeBinomialNll"] = "NegativeBinomialLoss",
        ["poissonNllFull"] = "FullPoissonLoss",
        ["studentNll"] = "StudentLoss",
        ["tobit"] = "TobitLoss",
    };

    private static readonly IReadOnlyList<GoldenCase> All = ReadAll();

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, All.Count)];

    [Fact]
    public void EveryLossHasSevenCases() => Assert.Equal(
        Losses.Keys.Order(StringComparer.Ordinal).Select(static name => (name, 7)),
        All.GroupBy(static golden => golden.Loss).Select(static group => (group.Key, group.Count())).OrderBy(static pair => pair.Key, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Indices))]
    public void Float64MatchesTo1e11(int index) =>
        Check(All[index], ZooLosses.Sums.Of<double>(All[index].Case).Run(All[index].Values), 1e-11);

    /// <summary>Float32 inputs differ from the file's by their rounding, and so do the gradients.</summary>
    [Theory]
    [MemberData(nameof(Indices))]
    public void Float32MatchesTo1e5(int index) =>
        Check(All[index], ZooLosses.Sums.Of<float>(All[index].Case).Run(All[index].Values), 1e-5);

    private static void Check(GoldenCase golden, (double Value, double[][] Gradients) sums, double bound)
    {
        Assert.Equal(golden.Mean, sums.Value / golden.Divisor, bound * Math.Max(1, Math.Abs(golden.Mean)));
        Assert.Contains(golden.Inputs, static input => input.Gradient is not null);
        for (int i = 0; i < golden.Inputs.Length; i++)
        {
            if (golden.Inputs[i].Gradient is { } expected)
            {
                double largest = expected.Max(Math.Abs);
                Assert.Equal(expected.Length, sums.Gradients[i].Length);
                Assert.All(expected.Zip(sums.Gradients[i]), pair => Assert.Equal(pair.First, pair.Second / golden.Divisor, bound * Math.Max(largest, 1e-300)));
            }
        }
    }

    private static IReadOnlyList<GoldenCase> ReadAll()
    {
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Golden", "axis-losses.json"));
        GoldenFile all = JsonSerializer.Deserialize<GoldenFile>(file, new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
        return [.. all.Cases.Where(static golden => Losses.ContainsKey(golden.Loss))];
    }

    private sealed record GoldenFile(GoldenCase[] Cases);

    private sealed record GoldenInput(string Name, double[] Values, double[]? Gradient);

    private sealed record GoldenCase(string Loss, Dictionary<string, JsonElement> Parameters, int[] Shape, GoldenInput[] Inputs, double? Value)
    {
        public double[][] Values => [.. Inputs.Select(static input => input.Values)];

        /// <summary>A truth value, such as that the constant is included, is part of the sample's formula.</summary>
        public ZooCase Case => new(
            Losses[Loss],
            Parameters.Where(static pair => pair.Value.ValueKind == JsonValueKind.Number).ToDictionary(static pair => pair.Key == "eps" ? "epsilon" : pair.Key, static pair => pair.Value.GetDouble()),
            static (_, _) => throw new NotSupportedException("The file brings the inputs."));

        /// <summary>The file calls each a mean over elements, but the code that made it divides the Gaussian loss by the batch size.</summary>
        public double Divisor => Loss == "gaussianNll" ? Shape[0] : Inputs[0].Values.Length;

        /// <summary>The file's value; that code also rounded the Gaussian loss's constant, ½·log 2π, to eight digits in float32.</summary>
        public double Mean => Value!.Value + (Loss == "gaussianNll" ? Inputs[0].Values.Length / Divisor * ((0.5 * Math.Log(2 * Math.PI)) - 0.91893853f) : 0);
    }
}
