using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests;

/// <summary>Generated files of losses that leave predictions and the like.</summary>
public sealed class OutputFileTests
{
    [Fact]
    public Task StatisticsOfAShardOfTheClasses() => GeneratorTester.VerifyAsync(
        """
        using LossGen;

        /// <summary>A part of a vocabulary, the rest of which other machines have.</summary>
        [SoftmaxLoss(Shape.Batch, 1000, Outputs = LossOutputs.Statistics, IgnoreLabel = -100, Denominator = LossDenominator.Kept)]
        public sealed partial class VocabularyLoss;
        """);

    [Fact]
    public Task PredictionsAndProbabilities() => GeneratorTester.VerifyAsync(
        """
        using LossGen;

        namespace Samples;

        [SoftmaxLoss(Shape.Batch, 100, Outputs = LossOutputs.Predictions | LossOutputs.Probabilities, IgnoreLabel = -100)]
        public sealed partial class TokenLoss;
        """);

    /// <summary>Its kernels bring locations together in tiles, so those between ignored ones are copied together first.</summary>
    [Fact]
    public Task PredictionsBetweenIgnoredLabels() => GeneratorTester.VerifyAsync(
        """
        using LossGen;

        namespace Samples;

        [SoftmaxLoss(Shape.Batch, 10, Outputs = LossOutputs.Predictions | LossOutputs.Accuracy, IgnoreLabel = -100)]
        public sealed partial class PieceLoss;
        """);

    [Fact]
    public void WhatIsNotChosenIsNotThere()
    {
        string plain = Generated("");
        Assert.Equal(plain, Generated(", Outputs = LossOutputs.None"));
        Assert.DoesNotContain("predictions", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("probabilities", Generated(", Outputs = LossOutputs.Predictions"), StringComparison.Ordinal);
    }

    private static string Generated(string outputs) => GeneratorTester.Generate($"using LossGen;\n[SoftmaxLoss(Shape.Batch, 10{outputs})]\npublic sealed partial class Loss;")["Loss.g.cs"];
}
