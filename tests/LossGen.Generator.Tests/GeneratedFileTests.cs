using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests;

/// <summary>What is generated, byte for byte.</summary>
public sealed class GeneratedFileTests
{
    [Fact]
    public Task Softmax() => GeneratorTester.VerifyAsync(
        """
        using LossGen;

        namespace Samples;

        [SoftmaxLoss(Shape.Batch, 10)]
        public sealed partial class DigitLoss;
        """);

    [Fact]
    public Task SoftmaxNested() => GeneratorTester.VerifyAsync(
        """
        using LossGen;

        namespace Samples.Segmentation;

        public static partial class Model
        {
            internal partial record struct Heads
            {
                [SoftmaxLoss(Shape.Batch, 21, 64, 64, Weight = 0.25, Element = ElementType.Double, Bottoms = new[] { "scores", "mask" })]
                internal sealed partial class PixelLoss;
            }
        }
        """);

    [Fact]
    public Task SquareOfElements() => GeneratorTester.VerifyAsync(
        """
        using LossGen;

        namespace Samples;

        [SquareLoss]
        public sealed partial class Distance;
        """);

    [Fact]
    public Task SquareOfDoubles() => GeneratorTester.VerifyAsync(
        """
        using LossGen;

        [SquareLoss(Shape.Batch, 3, 4, Element = ElementType.Double)]
        public sealed partial class Distance;
        """);

    [Fact]
    public Task MultinomialLogisticOnSeveralThreads() => GeneratorTester.VerifyAsync(
        """
        using LossGen;

        namespace Samples;

        [MultinomialLogisticLoss(Shape.Batch, 10, Label = LabelType.Byte, Weighting = WeightingMode.PerClass, Parallelism = LossParallelism.Auto)]
        public sealed partial class DigitLoss;
        """);

    /// <summary>Truth values as labels, which are always classes, so that no call checks them.</summary>
    [Fact]
    public Task SoftmaxOfTruthValues() => GeneratorTester.VerifyAsync(
        """
        using LossGen;

        namespace Samples;

        [SoftmaxLoss(Shape.Batch, 2, Label = LabelType.Boolean)]
        public sealed partial class SpamLoss;
        """);

    [Fact]
    public Task HuberOfAFormula() => GeneratorTester.VerifyAsync(
        """
        using System;
        using LossGen;

        namespace Samples;

        [ElementwiseLoss]
        public sealed partial class HuberLoss
        {
            [Formula]
            private static float Value(float prediction, float target, [Parameter(Minimum = 0)] float delta = 1f)
            {
                float error = MathF.Abs(prediction - target);
                return error <= delta ? 0.5f * error * error : delta * (error - 0.5f * delta);
            }
        }
        """);

    /// <summary>An integer input, a number that is learned, and a choice, each value of which has kernels of its own.</summary>
    [Fact]
    public Task ChoiceOfAFormula() => GeneratorTester.VerifyAsync(
        """
        using System;
        using LossGen;

        namespace Samples;

        [ElementwiseLoss(Reduction = LossReduction.MeanElements)]
        public sealed partial class ClickLoss
        {
            [Formula]
            private static float Value(float logit, byte isClicked, [Learned] float bias, [Parameter] bool isSquared = false)
            {
                float error = logit + bias - isClicked;
                return isSquared ? error * error : MathF.Abs(error);
            }
        }
        """);

    [Fact]
    public Task EntropyOfAFormulaOfOneInput() => GeneratorTester.VerifyAsync(
        """
        using System;
        using LossGen;

        [ElementwiseLoss(Shape.Batch, 4, Reduction = LossReduction.Sum, Weight = 0.5)]
        internal sealed partial class Entropy
        {
            [Formula]
            private static double Value(double probability) => probability > 0 ? -probability * Math.Log(probability) : 0;
        }
        """);

    [Fact]
    public Task OptionsAreConstants() => GeneratorTester.VerifyAsync(
        """
        using LossGen;

        /// <summary>Regression that outliers do not dominate.</summary>
        [HuberLoss(Delta = 1.5)]
        public sealed partial class RegressionLoss;
        """);

    [Fact]
    public Task SecondDerivativesOverClasses() => GeneratorTester.VerifyAsync(
        """
        using LossGen;

        /// <summary>What the trees of a classifier are grown by.</summary>
        [SoftmaxLoss(Shape.Batch, 100, Curvature = true, IgnoreLabel = -1)]
        public sealed partial class TreeLoss;
        """);

    [Fact]
    public Task AnOptionOfClassesIsATable() => GeneratorTester.VerifyAsync(
        """
        using LossGen;

        /// <summary>Tags of which the last is rare.</summary>
        [BinaryCrossEntropyWithLogitsLoss(Shape.Batch, 4, PositiveWeights = [1, 2.5, 4, 30])]
        public sealed partial class TagLoss;
        """);

    [Fact]
    public Task PairsOfClasses() => GeneratorTester.VerifyAsync(
        """
        using LossGen;

        /// <summary>Tags that belong to an image score higher than those that do not.</summary>
        [MultiLabelMarginLoss(Shape.Batch, 64)]
        public sealed partial class TagLoss;
        """);

    [Fact]
    public Task ThreeInputsAlongAnAxis() => GeneratorTester.VerifyAsync(
        """
        using LossGen;

        /// <summary>Vectors of one speaker are closer to each other than to another's.</summary>
        [TripletMarginLoss(Shape.Batch, 128, Margin = 0.5, Bottoms = ["voice", "same", "other"], Reduction = LossReduction.Sum)]
        public sealed partial class SpeakerLoss;
        """);

    [Theory]
    [InlineData("HingeLoss")]
    [InlineData("BinaryCrossEntropyLoss")]
    [InlineData("GaussianKLLoss")]
    public void ElementwiseLossesCompileWithoutAWarning(string loss)
    {
        string file = GeneratorTester.Generate($"using LossGen;\n[{loss}(Shape.Batch, 4)]\npublic sealed partial class Loss;")["Loss.g.cs"];
        Assert.Contains("ValueAndGradients>", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Int32")]
    [InlineData("Byte")]
    [InlineData("UInt16")]
    [InlineData("Int64")]
    [InlineData("SByte")]
    [InlineData("Int16")]
    [InlineData("UInt32")]
    public void LabelsOfEveryTypeStandInCompliantAssembliesWithoutAWarning(string label)
    {
        string attributes = $"[assembly: System.CLSCompliant(true)] [SoftmaxLoss(Shape.Batch, 4, Label = LabelType.{label}, Weighting = WeightingMode.PerPrediction)]";

        // The warning that an attribute takes an array belongs to the user's line, not to the generated file.
        Assert.Single(GeneratorTester.Generate($"#pragma warning disable CS3016\nusing LossGen;\n{attributes}\npublic sealed partial class Loss;"));
    }
}
