using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests;

/// <summary>Compiled soft-label softmax and multinomial logistic kernels against the float64 interpretation of their mathematics.</summary>
public sealed class ClassAxisTests
{
    private static readonly int[] ClassCounts = [.. Enumerable.Range(1, 35), 67, 300];

    private static readonly Lazy<CompiledLosses> Losses = new(static () => CompiledLosses.Compile(
        (from loss in new[] { LossKind.SoftlabelSoftmax, LossKind.MultinomialLogistic }
         from element in new[] { ElementKind.Single, ElementKind.Double }
         from classes in ClassCounts
         select (Name: $"{loss}{element}{classes}", Attribute: $"[{loss}Loss(Shape.Batch, {classes}, Element = ElementType.{element})]"))
        .ToDictionary(static loss => loss.Name, static loss => loss.Attribute)));

    public static TheoryData<int> Classes => [.. ClassCounts];

    [Theory]
    [MemberData(nameof(Classes))]
    public void SoftLabelsMatchTheOracle(int classes)
    {
        foreach (ElementKind element in new[] { ElementKind.Single, ElementKind.Double })
        {
            object loss = Losses.Value.Instance($"{LossKind.SoftlabelSoftmax}{element}{classes}");
            LossSpec spec = Oracle.AlongClasses(LossKind.SoftlabelSoftmax, [TensorShape.Batch, classes], 1, element);
            foreach (int batch in new[] { 0, 1, 2, 9 })
            {
                Data data = new(batch);
                double[] logits = data.Normal(batch * classes, deviation: 3.0);
                double[] target = data.Distributions(batch, classes, someZero: true);
                LossResult expected = Oracle.Evaluate(spec, logits, target);
                LossResult actual = LossRun.WithTarget(loss, logits, target);
                string what = $"{spec.Shape} {element}, {batch} samples";
                Exactness.Value(loss, expected.Value, actual.Value, what);
                Exactness.SoftLabelGradient(loss, expected.PredictionGradient, actual.PredictionGradient, 1.0 / Math.Max(1, batch), what);
                Exactness.SoftLabelGradient(loss, expected.GroundTruthGradient!, actual.GroundTruthGradient!, 1.0 / Math.Max(1, batch), what);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void ProbabilitiesMatchTheOracle(int classes)
    {
        foreach (ElementKind element in new[] { ElementKind.Single, ElementKind.Double })
        {
            object loss = Losses.Value.Instance($"{LossKind.MultinomialLogistic}{element}{classes}");
            LossSpec spec = Oracle.AlongClasses(LossKind.MultinomialLogistic, [TensorShape.Batch, classes], 1, element);
            foreach (int batch in new[] { 0, 1, 2, 9 })
            {
                Data data = new(batch);
                double[] probabilities = data.Distributions(batch, classes);
                int[] labels = data.Labels(batch, classes);
                LossResult expected = Oracle.Evaluate(spec, probabilities, [.. labels.Select(static label => (double)label)]);
                LossResult actual = LossRun.WithLabels(loss, probabilities, labels);
                string what = $"{spec.Shape} {element}, {batch} samples";
                Exactness.Value(loss, expected.Value, actual.Value, what);
                Exactness.ElementwiseGradient(loss, expected.PredictionGradient, actual.PredictionGradient, what);
            }
        }
    }

    [Theory]
    [InlineData("Single", 1.1754944e-38)]
    [InlineData("Double", 2.2250738585072014e-308)]
    public void AProbabilityOfZeroCountsTheSmallestNormal(string element, double smallest)
    {
        LossResult result = LossRun.WithLabels(Losses.Value.Instance("MultinomialLogistic" + element + 3), [0, 0.25, 0.75], [0]);
        Assert.Equal(-Math.Log(smallest), result.Value, tolerance: 1e-4);
        Assert.Equal(-1.0, result.PredictionGradient[0] * smallest, tolerance: 1e-6);
        Assert.Equal([0.0, 0.0], result.PredictionGradient[1..]);
    }

    [Theory]
    [InlineData("Single")]
    [InlineData("Double")]
    public void ASoftLabelOfZeroCountsZeroAtMinusInfinity(string element)
    {
        foreach (int classes in new[] { 2, 3, 8, 9, 19 })
        {
            for (int position = 0; position < classes; position++)
            {
                double[] logits = [.. Enumerable.Range(0, classes).Select(static c => 0.25 * c)];
                double[] target = [.. Enumerable.Repeat(1.0 / (classes - 1), classes)];
                (logits[position], target[position]) = (double.NegativeInfinity, 0.0);
                LossResult result = LossRun.WithTarget(Losses.Value.Instance($"SoftlabelSoftmax{element}{classes}"), logits, target);
                Assert.True(double.IsFinite(result.Value));
                Assert.Equal(0.0, result.PredictionGradient[position]);
                Assert.Equal(double.PositiveInfinity, result.GroundTruthGradient![position]);
                Assert.All(result.PredictionGradient, static g => Assert.True(double.IsFinite(g)));
            }
        }
    }

    [Theory]
    [InlineData("Single")]
    [InlineData("Double")]
    public void ASureSoftLabelKeepsItsRelativeAccuracy(string element)
    {
        LossResult result = LossRun.WithTarget(Losses.Value.Instance($"SoftlabelSoftmax{element}2"), [20, 0], [1, 0]);
        Assert.Equal(1.0, result.Value / 2.0611536181902037e-9, tolerance: 2e-6);
        Assert.Equal(-1.0, result.PredictionGradient[0] / 2.0611536181902037e-9, tolerance: 1e-5);
        Assert.Equal(1.0, result.PredictionGradient[1] / 2.0611536181902037e-9, tolerance: 1e-5);
    }

    [Theory]
    [InlineData("Single", double.NaN)]
    [InlineData("Double", double.PositiveInfinity)]
    [InlineData("Single", double.PositiveInfinity)]
    [InlineData("Double", double.NaN)]
    public void NaNOrInfinitySpoilsASoftRowOnly(string element, double spoiler)
    {
        const int Classes = 19;
        for (int position = 0; position < Classes; position++)
        {
            double[] logits = new double[3 * Classes];
            double[] target = [.. Enumerable.Repeat(1.0 / Classes, 3 * Classes)];
            logits[Classes + position] = spoiler;
            LossResult result = LossRun.WithTarget(Losses.Value.Instance($"SoftlabelSoftmax{element}{Classes}"), logits, target);
            Assert.True(double.IsNaN(result.Value));
            Assert.All(result.PredictionGradient[Classes..(2 * Classes)], static g => Assert.True(double.IsNaN(g)));
            Assert.All(result.PredictionGradient[..Classes], static g => Assert.True(double.IsFinite(g)));
            Assert.All(result.PredictionGradient[(2 * Classes)..], static g => Assert.True(double.IsFinite(g)));
        }
    }
}
