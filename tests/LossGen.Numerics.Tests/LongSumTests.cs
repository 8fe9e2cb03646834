using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Properties;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests;

/// <summary>
/// Long sums, of weights, classes, locations and elements, are as exact as short ones. Equal terms are the hardest: their roundings all
/// go one way, and a sequential sum in float64 would be off by 1e-12 after a hundred thousand.
/// </summary>
public sealed class LongSumTests
{
    private const double ExactToTheLastDigits = 1e-13;

    [Theory]
    [InlineData(0, 2, 21, 128, 128)]
    [InlineData(3, 21, 64, 128, 2)]
    public void WeightsOfLargeDataPoints(int batchAxis, params int[] shape)
    {
        int classAxis = batchAxis == 0 ? 1 : 0;
        ReferenceShape full = new(shape, batchAxis, classAxis);
        object loss = CompiledLosses.CompileOne(Global(shape, batchAxis, classAxis));
        Data data = new(7);
        LossInputs inputs = new(
            data.Normal(full.Count, deviation: 2.0),
            [.. data.Labels(full.Locations, full.Classes).Select(static label => (double)label)],
            data.Uniform(full.Count, 0.1, 2.0));

        LossResult actual = LossRun.WithLabels(loss, inputs.Prediction, inputs.Labels, inputs.Weights);
        ReferenceResult expected = ReferenceLoss.Evaluate(LossKind.Softmax, full, 1.0, ElementType.Double, inputs, WeightingMode.PerPrediction, WeightNormalization.Global);
        Assert.Equal(1.0, actual.Value / expected.Result.Value, ExactToTheLastDigits);
        for (int i = 0; i < full.Count; i++)
        {
            double error = Math.Abs(actual.PredictionGradient[i] - expected.Result.PredictionGradient[i]);
            Assert.True(error <= ExactToTheLastDigits * expected.GradientMagnitudes[i], $"gradient[{i}] is off by {error / expected.GradientMagnitudes[i]:E2} of w·ω/L");
        }
    }

    [Theory]
    [InlineData(0, 2, 21, 128, 128)]
    [InlineData(3, 21, 64, 128, 2)]
    [InlineData(1, 21, 3, 127, 129)]
    public void EqualWeightsOfLargeDataPoints(int batchAxis, params int[] shape)
    {
        int classAxis = batchAxis == 0 ? 1 : 0;
        int count = shape.Aggregate(1, static (a, b) => a * b);
        int locations = count / shape[classAxis];
        object loss = CompiledLosses.CompileOne(Global(shape, batchAxis, classAxis));
        LossResult result = LossRun.WithLabels(loss, new double[count], new int[locations], [.. Enumerable.Repeat(0.1, count)]);
        Assert.Equal(1.0, result.Value / Math.Log(shape[classAxis]), ExactToTheLastDigits);
        Assert.Equal(-1.0, result.PredictionGradient[0] * locations * 21 / 20, ExactToTheLastDigits);
    }

    [Theory]
    [InlineData(2, 100_003)]
    [InlineData(3, 700_001)]
    [InlineData(300, 2_000)]
    [InlineData(100_003, 2)]
    public void EqualRows(int classes, int batch)
    {
        // All logits but the label's are 0.1 below it, so that the exponentials are not round numbers either.
        object loss = CompiledLosses.CompileOne($"[SoftmaxLoss(Shape.Batch, {classes}, Element = ElementType.Double)]");
        double[] logits = [.. Enumerable.Range(0, classes * batch).Select(i => i % classes == 0 ? 0.1 : 0.0)];
        LossResult result = LossRun.WithLabels(loss, logits, new int[batch]);
        double others = (classes - 1) * Math.Exp(-0.1);
        Assert.Equal(1.0, result.Value / Math.Log(1.0 + others), ExactToTheLastDigits);
        Assert.Equal(-1.0, result.PredictionGradient[0] * batch * (1.0 + others) / others, ExactToTheLastDigits);
    }

    [Fact]
    public void EqualElements()
    {
        object loss = CompiledLosses.CompileOne("[SquareLoss(Element = ElementType.Double)]");
        double[] prediction = [.. Enumerable.Repeat(0.1, 5_000_003)];
        LossResult result = LossRun.WithTarget(loss, prediction, new double[prediction.Length]);
        Assert.Equal(1.0, result.Value / 0.005, ExactToTheLastDigits);
    }

    private static string Global(int[] shape, int batchAxis, int classAxis)
    {
        string declared = string.Join(", ", shape.Select((size, axis) => axis == batchAxis ? "Shape.Batch" : $"{size}"));
        return $"[SoftmaxLoss({declared}, Dim = {classAxis}, Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.Global, Element = ElementType.Double)]";
    }
}
