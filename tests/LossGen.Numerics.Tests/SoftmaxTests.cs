using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Support;
using LossGen.Tests;

namespace LossGen.Numerics.Tests;

/// <summary>Compiled softmax kernels against the float64 interpretation of their mathematics.</summary>
public sealed class SoftmaxTests
{
    private static readonly int[] ClassCounts = [.. Enumerable.Range(1, 67), 1000];

    private static readonly Lazy<CompiledLosses> Losses = new(static () => CompiledLosses.Compile(
        (from classes in ClassCounts
         from element in Elements(classes)
         select (Name: $"{element}{classes}", Attribute: $"[SoftmaxLoss(Shape.Batch, {classes}, Weight = 0.5, Element = ElementType.{element})]"))
        .ToDictionary(static loss => loss.Name, static loss => loss.Attribute)));

    public static TheoryData<int> Classes => [.. ClassCounts];

    [Theory]
    [MemberData(nameof(Classes))]
    public void EveryClassCountMatchesTheOracle(int classes)
    {
        Data data = new(classes);
        foreach (int batch in new[] { 1, 2, 7, 67 })
        {
            Check(classes, data.Normal(batch * classes, deviation: 3.0), data.Labels(batch, classes));
        }
    }

    [Fact]
    public void EveryBatchSizeFrom0To67MatchesTheOracle()
    {
        Data data = new(1);
        for (int batch = 0; batch <= 67; batch++)
        {
            foreach (int classes in new[] { 1, 3, 10, 33 })
            {
                Check(classes, data.Normal(batch * classes, deviation: 3.0), data.Labels(batch, classes));
            }
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(67)]
    public void ASurePredictionKeepsItsRelativeAccuracy(int classes)
    {
        // The label's logit is 20 above the others: the loss is about (C − 1)·exp(−20), far below one unit of 1.
        for (int label = 0; label < classes; label++)
        {
            double[] logits = new double[classes];
            logits[label] = 20;
            double expected = 0.5 * Math.Log(1 + ((classes - 1) * Math.Exp(-20.0)));
            foreach (ElementKind element in Elements(classes))
            {
                LossResult result = LossRun.WithLabels(Losses.Value.Instance($"{element}{classes}"), logits, [label]);
                Assert.Equal(1.0, result.Value / expected, tolerance: 2e-6);
                Assert.Equal(-1.0, result.PredictionGradient[label] / (0.5 * (classes - 1) * Math.Exp(-20.0)), tolerance: 1e-5);
            }
        }
    }

    [Fact]
    public void LongRowsAreSummedInChunks()
    {
        const int Classes = 50_257;
        Data data = new(2);
        double[] logits = data.Normal(3 * Classes, deviation: 2.0);
        int[] labels = data.Labels(3, Classes);
        foreach (ElementKind element in new[] { ElementKind.Single, ElementKind.Double })
        {
            object loss = CompiledLosses.CompileOne($"[SoftmaxLoss(Shape.Batch, {Classes}, Element = ElementType.{element})]");
            Compare(loss, Oracle.Softmax([TensorShape.Batch, Classes], 1, element), logits, labels);
        }
    }

    [Theory]
    [InlineData("Shape.Batch, 5, 9, Dim = 1", 1, TensorShape.Batch, 5, 9)]
    [InlineData("Shape.Batch, 5, 9, Dim = -1", 2, TensorShape.Batch, 5, 9)]
    [InlineData("5, Shape.Batch", 0, 5, TensorShape.Batch)]
    [InlineData("3, 5, Shape.Batch, 2, Dim = 1", 1, 3, 5, TensorShape.Batch, 2)]
    [InlineData("3, 5, Shape.Batch, 2, Dim = 0", 0, 3, 5, TensorShape.Batch, 2)]
    [InlineData("3, Shape.Batch, 2, 10, Dim = 3", 3, 3, TensorShape.Batch, 2, 10)]
    [InlineData("3, Shape.Batch, 4, 2, Dim = 2", 2, 3, TensorShape.Batch, 4, 2)]
    public void TheClassAxisMayStandAnywhere(string declaration, int classAxis, params int[] shape)
    {
        foreach (ElementKind element in new[] { ElementKind.Single, ElementKind.Double })
        {
            LossSpec spec = Oracle.Softmax(shape, classAxis, element);
            object loss = CompiledLosses.CompileOne($"[SoftmaxLoss({declaration}, Element = ElementType.{element})]");
            for (int batch = 0; batch <= 5; batch++)
            {
                Data data = new(batch);
                Compare(loss, spec, data.Normal(batch * spec.Shape.ElementsPerSample, deviation: 3.0), data.Labels(batch * spec.Shape.LocationsPerSample, spec.Shape.Classes));
            }
        }
    }

    private static ElementKind[] Elements(int classes) => RandomRun.OneOf(classes, ElementKind.Single, ElementKind.Double);

    private static void Check(int classes, double[] logits, int[] labels)
    {
        foreach (ElementKind element in Elements(classes))
        {
            Compare(Losses.Value.Instance($"{element}{classes}"), Oracle.Softmax([TensorShape.Batch, classes], 1, element, weight: 0.5), logits, labels);
        }
    }

    private static void Compare(object loss, LossSpec spec, double[] logits, int[] labels)
    {
        LossResult expected = Oracle.Evaluate(spec, logits, [.. labels.Select(static label => (double)label)]);
        LossResult actual = LossRun.WithLabels(loss, logits, labels);
        string what = $"{spec.Shape} {spec.Element}, {labels.Length} locations";
        Exactness.Value(loss, expected.Value, actual.Value, what);
        Exactness.SoftmaxGradient(loss, expected.PredictionGradient, actual.PredictionGradient, spec.Weight.Value / Math.Max(1, labels.Length), what);
    }
}
