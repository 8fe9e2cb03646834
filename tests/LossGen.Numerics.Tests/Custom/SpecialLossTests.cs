using System.Text.Json;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom;

/// <summary>Losses that need special functions, written as their users would, against values and gradients from PyTorch's float64 autograd.</summary>
public sealed class SpecialLossTests
{
    // Each in double; in float every "double" is a "float" and "Math" is "MathF".
    private static readonly Dictionary<string, string> Formulas = new()
    {
        ["negativeBinomialNll"] = """
            double Value(double logMean, double target, double logDispersion)
                {
                    double dispersion = Math.Exp(logDispersion);
                    double logTotal = Math.Log(Math.Exp(logMean) + Math.Exp(logDispersion));
                    return Special.LogGamma(dispersion) + Special.LogGamma(target + 1) - Special.LogGamma(target + dispersion)
                        + dispersion * (logTotal - logDispersion) + target * (logTotal - logMean);
                }
            """,
        ["studentNll"] = """
            double Value(double mean, double target, double degrees)
                {
                    double error = target - mean;
                    return Special.LogGamma(degrees / 2) - Special.LogGamma((degrees + 1) / 2) + Math.Log(degrees * Math.PI) / 2
                        + (degrees + 1) / 2 * Math.Log(1 + error * error / degrees);
                }
            """,
        ["crpsGaussian"] = """
            double Value(double mean, double target, double sigma)
                {
                    double z = (target - mean) / sigma;
                    double density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
                    return sigma * (z * (2 * Special.NormalCdf(z) - 1) + 2 * density - 1 / Math.Sqrt(Math.PI));
                }
            """,
        ["poissonNllFull"] = """
            double Value(double logRate, double target)
                {
                    double stirling = target > 1 ? target * Math.Log(target) - target + Math.Log(2 * Math.PI * target) / 2 : 0;
                    return Math.Exp(logRate) - target * logRate + stirling;
                }
            """,
        ["tobit"] = """
            double Value(double mean, double target)
                {
                    double error = target - mean;
                    return target <= 0 ? -Special.LogNormalCdf(-mean) : error * error / 2 + Math.Log(2 * Math.PI) / 2;
                }
            """,
        // ½·log 2π as a float, as in the code that made the file.
        ["gaussianNll"] = """
            double Value(double mean, double target, double variance)
                {
                    double bounded = Math.Max(variance, 1e-6);
                    return (Math.Log(bounded) + (mean - target) * (mean - target) / bounded) / 2 + 0.91893853f;
                }
            """,
    };

    private static readonly Lazy<CompiledLosses> Compiled = new(static () => CompiledLosses.CompileSources(["using System;\nusing LossGen;\n"
        + string.Concat(Formulas.Select(static pair => Source(pair.Key + "Double", pair.Value)))
        + string.Concat(Formulas.Select(static pair => Source(
            pair.Key + "Single", pair.Value.Replace("double", "float").Replace("Math.PI", "MathF.PI").Replace("Math.", "MathF.").Replace("MathFF", "MathF").Replace("1e-6", "1e-6f"))))]));

    private static readonly IReadOnlyList<Case> All = ReadAll();

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, All.Count)];

    [Fact]
    public void EveryLossHasCases()
    {
        Assert.Equal(24, All.Count);
        Assert.Equal(Formulas.Keys.Order(StringComparer.Ordinal), All.Select(static golden => golden.Loss).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Float64MatchesTo1e11(int index)
    {
        Case golden = All[index];
        CustomLoss<double> loss = new(Compiled.Value.Instance(golden.Loss + "Double"));
        (double value, double[][] gradients) = loss.Run(golden.Values);
        Assert.Equal(golden.Value * golden.Divisor, value, 1e-11 * Math.Abs(value));
        Assert.All(golden.Inputs.Zip(gradients), pair => Assert.All(
            (pair.First.Gradient ?? []).Zip(pair.Second), element => Assert.Equal(element.First * golden.Divisor, element.Second, 1e-11 * Math.Max(Math.Abs(element.Second), 0.1))));
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Float32MatchesToTheRoundingOfItsInputs(int index)
    {
        // The value to 2e-6 of its terms; a gradient to a few units of the terms that cancel in it, compared with the float64 loss at the rounded inputs.
        Case golden = All[index];
        double[][] rounded = [.. golden.Values.Select(static values => values.Select(static x => (double)(float)x).ToArray())];
        (double exactValue, double[][] exact) = new CustomLoss<double>(Compiled.Value.Instance(golden.Loss + "Double")).Run(rounded);
        (double value, double[][] gradients) = new CustomLoss<float>(Compiled.Value.Instance(golden.Loss + "Single")).Run(golden.Values);
        double terms = rounded.Sum(static input => input.Sum(static x => 1 + (Math.Abs(x) * Math.Log(2 + Math.Abs(x)))));
        Assert.Equal(exactValue, value, (2e-6 * Math.Abs(exactValue)) + (1e-7 * terms));
        for (int input = 0; input < exact.Length; input++)
        {
            for (int i = 0; i < exact[input].Length; i++)
            {
                double magnitude = Math.Max(Math.Abs(exact[input][i]), 1 + rounded.Max(x => Math.Abs(x[i])));
                Assert.Equal(exact[input][i], gradients[input][i], 8 * ErrorBounds.Unit(magnitude));
            }
        }
    }

    /// <summary>A censored observation far away: the loss and its gradient keep their precision in both tails, where Φ is 0 or 1.</summary>
    [Theory]
    [InlineData(40, 804.6084420137538, 40.02496884720726)]
    [InlineData(-40, 0, 0)]
    [InlineData(-10, 7.619853024160525e-24, 7.694598626706419e-23)]
    public void ACensoredObservationKeepsItsDigits(double mean, double expected, double slope)
    {
        (double value, double[][] gradients) = new CustomLoss<double>(Compiled.Value.Instance("tobitDouble")).Run([[mean], [0]]);
        Assert.Equal(expected, value, 1e-15 * expected);
        Assert.Equal(slope, gradients[0][0], 1e-15 * slope);
        (value, gradients) = new CustomLoss<float>(Compiled.Value.Instance("tobitSingle")).Run([[mean], [0]]);
        Assert.Equal((float)expected, (float)value);
        Assert.Equal((float)slope, (float)gradients[0][0]);
    }

    private static string Source(string name, string formula) => $$"""
        [ElementwiseLoss(Reduction = LossReduction.Sum)]
        public sealed partial class {{name}}
        {
            [Formula]
            private static {{formula}}
        }

        """;

    private static IReadOnlyList<Case> ReadAll()
    {
        using FileStream file = System.IO.File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Golden", "special-losses.json"));
        return JsonSerializer.Deserialize<GoldenFile>(file, new JsonSerializerOptions(JsonSerializerDefaults.Web))!.Cases;
    }

    private sealed record GoldenFile(Case[] Cases);

    private sealed record Input(string Name, double[] Values, double[]? Gradient);

    private sealed record Case(string Loss, int[] Shape, Input[] Inputs, double Value)
    {
        public double[][] Values => [.. Inputs.Select(static input => input.Values)];

        /// <summary>The divisor of the sum: the number of elements or, as in TorchSharp's Gaussian loss, the batch size.</summary>
        public double Divisor => Loss == "gaussianNll" ? Shape[0] : Inputs[0].Values.Length;
    }
}
