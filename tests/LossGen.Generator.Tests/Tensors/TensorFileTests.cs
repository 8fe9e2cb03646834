using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Tensors;

/// <summary>The overloads for tensors with shapes, in a project that references System.Numerics.Tensors.</summary>
public sealed class TensorFileTests
{
    [Fact]
    public Task LabelsWithoutTheClassAxis() => GeneratorTester.VerifyAsync(Referencing(
        """
        using LossGen;

        namespace Samples;

        [SoftmaxLoss(Shape.Batch, 10, 4, 4)]
        public sealed partial class PixelLoss;
        """));

    [Fact]
    public Task TensorsOfAnyShape() => GeneratorTester.VerifyAsync(Referencing(
        """
        using LossGen;

        [SquareLoss]
        public sealed partial class Distance;
        """));

    /// <summary>Every member there is, and every kind of tensor, without a warning.</summary>
    [Theory]
    [InlineData("SoftmaxLoss(Shape.Batch, 10, 3, Each = true, Curvature = true, Outputs = LossOutputs.Predictions | LossOutputs.LogSumExps | LossOutputs.Probabilities | LossOutputs.Accuracy)")]
    [InlineData("SoftlabelSoftmaxLoss(5, Shape.Batch, Weighting = WeightingMode.PerLocation, Each = true, Outputs = LossOutputs.Probabilities)")]
    [InlineData("MultinomialLogisticLoss(Shape.Batch, 10, Label = LabelType.Boolean, Weighting = WeightingMode.PerLocation)")]
    [InlineData("SoftmaxLoss(Shape.Batch, 10, Weighting = WeightingMode.PerLocation, Denominator = LossDenominator.WeightSum)")]
    [InlineData("HingeLoss(Shape.Batch, 4, Each = true, Curvature = true, Weighting = WeightingMode.PerLocation)")]
    [InlineData("BinaryCrossEntropyLoss(Shape.Batch, Element = ElementType.Double)")]
    [InlineData("CosineEmbeddingLoss(Shape.Batch, 8)")]
    [InlineData("TripletMarginLoss(Shape.Batch, 8, Bottoms = new[] { \"shape\", \"total\", \"scale\" }, Each = true)")]
    public void EveryOverloadCompilesWithoutAWarning(string declaration)
    {
        CSharpCompilation plain = Compilations.Create(Compilations.Parse($"using LossGen;\n[{declaration.Replace("Shape.Batch, 10, Label = LabelType.Boolean", "Shape.Batch, 2, Label = LabelType.Boolean", StringComparison.Ordinal)}]\npublic sealed partial class Loss;"));
        string without = GeneratorTester.Generate(plain)["Loss.g.cs"];
        string with = GeneratorTester.Generate(plain.AddReferences(Compilations.Tensors))["Loss.g.cs"];

        Assert.DoesNotContain("Tensor", without, StringComparison.Ordinal);
        string[] spans = Heads(without), both = Heads(with);
        Assert.Equal(spans, both.Where(static head => !head.Contains("Tensor", StringComparison.Ordinal)));
        Assert.Equal(
            spans.Where(static head => head.Contains("Span<", StringComparison.Ordinal)),
            both.Where(static head => head.Contains("Tensor", StringComparison.Ordinal)).Select(static head => head
                .Replace("global::System.Numerics.Tensors.", "global::System.", StringComparison.Ordinal)
                .Replace("TensorSpan<", "Span<", StringComparison.Ordinal)));
    }

    /// <summary>A number that is learned is a tensor of one element.</summary>
    [Fact]
    public void NumbersOfAWholeCallAndChoicesCompileWithoutAWarning()
    {
        const string source =
            """
            using System;
            using LossGen;

            [ElementwiseLoss(Shape.Batch, 4, Reduction = LossReduction.MeanElements)]
            public sealed partial class ClickLoss
            {
                [Formula]
                private static float Value(float logit, byte isClicked, [Learned] float bias, [Parameter] bool isSquared = false)
                {
                    float error = logit + bias - isClicked;
                    return isSquared ? error * error : MathF.Abs(error);
                }
            }
            """;
        string file = GeneratorTester.Generate(Referencing(source))["ClickLoss.g.cs"];
        Assert.Contains("shape.Number(in bias.GetPinnableReference(), bias.Lengths, bias.Strides, \"bias\")", file, StringComparison.Ordinal);
        Assert.Contains("shape.WrittenNumber(ref biasGradient.GetPinnableReference(), biasGradient.Lengths, biasGradient.Strides, \"biasGradient\", mayBeEmpty: true)", file, StringComparison.Ordinal);
    }

    /// <summary>Comments name members by their parameters, and with them types around the class.</summary>
    [Theory]
    [InlineData("SoftmaxLoss(Shape.Batch, 10, Weighting = WeightingMode.PerLocation, Denominator = LossDenominator.WeightSum, Curvature = true)")]
    [InlineData("SoftmaxLoss(Shape.Batch, 2, Outputs = LossOutputs.Statistics | LossOutputs.Predictions, Bottoms = new[] { \"statistics\", \"lent\" }, IgnoreLabel = -1, Denominator = LossDenominator.Kept)")]
    [InlineData("SquareLoss(Bottoms = new[] { \"a\", \"aDirection\" }, Curvature = true)")]
    public void OverloadsInGenericTypesCompileWithoutAWarning(string declaration) =>
        Assert.Single(GeneratorTester.Generate(Referencing($"using LossGen; public partial class Outer<T> {{ public partial struct @record<@class> {{ [{declaration}] public sealed partial class @event; }} }}")));

    [Fact]
    public void OverloadsCompileWithTheLowestVersionOfTheLanguage()
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(
            "using LossGen; [SoftmaxLoss(Shape.Batch, 10, Each = true)] partial class Loss;", Compilations.ParseOptions.WithLanguageVersion(LanguageVersion.CSharp13)));
        Assert.Contains("TensorSpan", GeneratorTester.Generate(compilation.AddReferences(Compilations.Tensors))["Loss.g.cs"], StringComparison.Ordinal);
    }

    private static CSharpCompilation Referencing(string source) => Compilations.Create(Compilations.Parse(source)).AddReferences(Compilations.Tensors);

    private static string[] Heads(string file) =>
        [.. file.Split("\nnamespace LossGen.Generated")[0].Split('\n').Select(static line => line.Trim()).Where(static line => line.StartsWith("public ", StringComparison.Ordinal)).Select(static line => line.Split(" =>")[0])];
}
