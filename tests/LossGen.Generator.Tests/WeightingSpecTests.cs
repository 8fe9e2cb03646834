using LossGen.Generator.Declarations;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Tests;

/// <summary>What a spec contains of the weights that a declaration gives.</summary>
public sealed class WeightingSpecTests
{
    [Theory]
    [InlineData("")]
    [InlineData(", Weighting = WeightingMode.None")]
    [InlineData(", Weighting = WeightingMode.None, Normalize = WeightNormalization.None")]
    [InlineData(", Normalize = WeightNormalization.Global")]
    public void NoWeights(string properties) => Assert.Null(Parse(properties));

    [Theory]
    [InlineData(", Weighting = WeightingMode.PerClass", 1, 0)]
    [InlineData(", Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.Local", 1, 0)]
    [InlineData(", Normalize = WeightNormalization.Global, Weighting = WeightingMode.PerDataPoint", 2, 1)]
    [InlineData(", Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.None", 3, 2)]
    public void WeightsGivenAtRunTime(string properties, int kind, int normalization) =>
        Assert.Equal(new Weighting((WeightingKind)kind, (NormalizationKind)normalization, default), Parse(properties));

    [Theory]
    [InlineData("new[] { 1.0, 2, 3 }")]
    [InlineData("new double[] { 1, 2, 3 }")]
    [InlineData("new double[3] { 1f, 2L, '\\u0003' }")]
    [InlineData("[1, 2, 3]")]
    [InlineData("[1, 2.0f, Sizes.Three]")]
    public void Constants(string weights) => Assert.Equal(
        new Weighting(WeightingKind.PerClass, NormalizationKind.Local, EquatableArray.Of<ExactDouble>(1, 2, 3)),
        Parse(", Weighting = WeightingMode.PerClass, Weights = " + weights));

    /// <summary>They are kept exactly as declared: scaling is not the declaration's concern.</summary>
    [Fact]
    public void ConstantsOfADataPoint() => Assert.Equal(
        new Weighting(WeightingKind.PerDataPoint, NormalizationKind.None, EquatableArray.Of<ExactDouble>(0.1, -0.0, 5e-324, 1e300, 1.0 / 3, 0)),
        Parse(", 2, Weighting = WeightingMode.PerDataPoint, Normalize = WeightNormalization.None, Weights = new[] { 0.1, -0.0, double.Epsilon, 1e300, 1.0 / 3, 0 }"));

    [Fact]
    public void ConstantsOfTheRuntimeHaveTheNumbersOfTheModel()
    {
        Assert.Equal(Enum.GetNames<WeightingMode>(), Enum.GetNames<WeightingKind>());
        Assert.Equal((int)WeightingMode.PerLocation, (int)WeightingKind.PerLocation);
        Assert.Equal(Enum.GetNames<WeightNormalization>(), Enum.GetNames<NormalizationKind>());
    }

    private static Weighting? Parse(string properties)
    {
        string source = "using LossGen; static class Sizes { public const int Three = 3; } [SoftmaxLoss(Shape.Batch, 3" + properties + ")] partial class Loss;";
        ParsedLoss parsed = LossParser.Parse(Compilations.Create(Compilations.Parse(source)).GetTypeByMetadataName("Loss")!, model: null, TestContext.Current.CancellationToken);

        Assert.All(parsed.Problems, static problem => Assert.Equal(DiagnosticSeverity.Warning, problem.Severity));
        return Assert.IsType<LossSpec>(parsed.Spec).Weighting;
    }
}
