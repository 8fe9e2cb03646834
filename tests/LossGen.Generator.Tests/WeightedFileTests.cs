using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests;

/// <summary>What weights add to a generated file: specific code for each kind and scaling, and nothing without weights.</summary>
public sealed class WeightedFileTests
{
    private static readonly string[] Modes = ["PerClass", "PerDataPoint", "PerPrediction"];
    private static readonly string[] Normalizations = ["Local", "Global", "None"];

    [Fact]
    public Task ConstantsOfClasses() => GeneratorTester.VerifyAsync(
        """
        using LossGen;

        namespace Samples;

        [SoftmaxLoss(Shape.Batch, 3, Weighting = WeightingMode.PerClass, Weights = [1, 2, 4])]
        public sealed partial class SpeciesLoss;
        """);

    [Fact]
    public Task WeightsOfADataPoint() => GeneratorTester.VerifyAsync(
        """
        using LossGen;

        namespace Samples;

        [SoftmaxLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerDataPoint, Normalize = WeightNormalization.Global)]
        public sealed partial class InkLoss;
        """);

    [Fact]
    public Task WeightsOfEachCall() => GeneratorTester.VerifyAsync(
        """
        using LossGen;

        namespace Samples;

        [MultinomialLogisticLoss(Shape.Batch, 8, 8, 16, Dim = -1, Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.Global, Element = ElementType.Double)]
        public sealed partial class PixelLoss;
        """);

    [Fact]
    public Task WeightsOfLocations() => GeneratorTester.VerifyAsync(
        """
        using LossGen;

        namespace Samples;

        [SoftmaxLoss(Shape.Batch, 100, Weighting = WeightingMode.PerLocation, IgnoreLabel = -100, Denominator = LossDenominator.WeightSum)]
        public sealed partial class ImportanceLoss;
        """);

    [Fact]
    public Task WeightsOfElements() => GeneratorTester.VerifyAsync(
        """
        using LossGen;

        namespace Samples;

        [HuberLoss(Weighting = WeightingMode.PerLocation)]
        public sealed partial class MaskedLoss;
        """);

    [Theory]
    [InlineData("Local", "0.42857142857142855, 0.8571428571428571, 1.7142857142857142")]
    [InlineData("Global", "0.42857142857142855, 0.8571428571428571, 1.7142857142857142")]
    [InlineData("None", "1.0, 2.0, 4.0")]
    public void ConstantsAreScaledInFullPrecision(string normalization, string numbers) => Assert.Contains(
        $"private static global::System.ReadOnlySpan<double> Weights => new double[] {{ {numbers} }};",
        Generate($"SoftmaxLoss(Shape.Batch, 3, Weighting = WeightingMode.PerClass, Weights = [1, 2, 4], Normalize = WeightNormalization.{normalization})"),
        StringComparison.Ordinal);

    [Fact]
    public void ManyConstantsTakeManyLines()
    {
        string file = Generate($"SoftmaxLoss(Shape.Batch, 30, Weighting = WeightingMode.PerClass, Weights = [{string.Join(", ", Enumerable.Range(1, 30))}], Normalize = WeightNormalization.None)");
        Assert.Contains("            1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0,\n", file, StringComparison.Ordinal);
        Assert.Contains("            25.0, 26.0, 27.0, 28.0, 29.0, 30.0,\n        };\n", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SoftmaxLoss")]
    [InlineData("MultinomialLogisticLoss")]
    public void WithoutWeightsThereIsNoTraceOfThem(string loss) =>
        Assert.DoesNotContain("weight", Generate($"{loss}(Shape.Batch, 3, 4)"), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("SoftmaxLoss")]
    [InlineData("MultinomialLogisticLoss")]
    public void EachKindAndScalingIsCodeOfItsOwn(string loss)
    {
        string[] files = [.. from mode in Modes from normalization in Normalizations select Generate($"{loss}(Shape.Batch, 3, 4, Weighting = WeightingMode.{mode}, Normalize = WeightNormalization.{normalization})")];
        Assert.Distinct(files);
        Assert.All(files, static file => Assert.DoesNotContain("switch", file, StringComparison.Ordinal));

        // Weights that are not passed to each call are scaled before any kernel runs, so the kernels of all scalings differ only in their comments.
        Assert.All(files[..6].Chunk(3), static same => Assert.Single(same.Select(Code).Distinct()));
        Assert.Distinct(files[6..].Select(Code));
    }

    // Eight numbers a line: a full last line is the end, not followed by an empty one.
    [Theory]
    [InlineData(9)]
    [InlineData(16)]
    [InlineData(17)]
    public void EveryWeightIsInTheTableOnce(int classes)
    {
        string[] weights = [.. Enumerable.Range(1, classes).Select(static c => $"{c}.5")];
        string file = Generate($"SoftmaxLoss(Shape.Batch, {classes}, Weighting = WeightingMode.PerClass, Weights = [{string.Join(", ", weights)}], Normalize = WeightNormalization.None)");
        string[] table = [.. file.Split('\n').SkipWhile(static line => !line.EndsWith("Weights => new double[]", StringComparison.Ordinal)).Skip(2).TakeWhile(static line => line.Trim() != "};")];
        Assert.Equal(weights.Chunk(8).Select(static line => string.Join(", ", line) + ","), table.Select(static line => line.Trim()));
    }

    private static string Code(string file) => string.Join('\n', file[file.IndexOf("namespace LossGen.Generated", StringComparison.Ordinal)..].Split('\n').Where(static line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    private static string Generate(string declaration) => GeneratorTester.Generate($"using LossGen;\n[{declaration}]\npublic sealed partial class Loss;")["Loss.g.cs"];
}
