using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Properties;

/// <summary>The reference itself, against PyTorch's autograd with every weighting, and against numbers worked out by hand.</summary>
public sealed class ReferenceTests
{
    private static readonly Lazy<IReadOnlyList<GoldenCase>> Cases = new(GoldenCase.ReadAll);

    [Fact]
    public void EveryGoldenCaseMatchesTo1e12()
    {
        Assert.Equal(300, Cases.Value.Count);
        foreach (GoldenCase golden in Cases.Value)
        {
            golden.Matches(Evaluate(golden));
        }
    }

    [Fact]
    public void ASureSoftmaxKeepsItsDigits()
    {
        // log(1 + e^−20) and e^−20 / (1 + e^−20).
        LossResult result = Evaluate(LossKind.Softmax, new ReferenceShape([1, 2], 0, 1), [20, 0], [0]);
        Assert.Equal(1.0, result.Value / 2.0611536203143807e-9, 1e-14);
        Assert.Equal(1.0, result.PredictionGradient[0] / -2.0611536181902036e-9, 1e-14);
        Assert.Equal(1.0, result.PredictionGradient[1] / 2.0611536181902036e-9, 1e-14);
    }

    [Fact]
    public void WeightsAreNormalisedAsTheDesignSays()
    {
        // Two samples of one class axis of 2 and two further positions; the first location has weights 1 and 3, the second 2 and 2.
        ReferenceShape shape = new([2, 2, 2], 0, 1);
        double[] weights = [1, 2, 3, 2];
        Assert.Equal([0.5, 1, 1.5, 1, 0.5, 1, 1.5, 1], ReferenceWeights.Of(shape, WeightingMode.PerDataPoint, WeightNormalization.Local, weights));
        Assert.Equal([0.5, 1, 1.5, 1, 0.5, 1, 1.5, 1], ReferenceWeights.Of(shape, WeightingMode.PerDataPoint, WeightNormalization.Global, weights));
        Assert.Equal([1, 2, 3, 2, 1, 2, 3, 2], ReferenceWeights.Of(shape, WeightingMode.PerDataPoint, WeightNormalization.None, weights));
        Assert.Equal([0.5, 0.5, 1.5, 1.5, 0.5, 0.5, 1.5, 1.5], ReferenceWeights.Of(shape, WeightingMode.PerClass, WeightNormalization.Local, [1, 3]));

        // Local and global differ where locations do: here 1, 3 | 6, 6.
        Assert.Equal([0.5, 1, 1.5, 1], ReferenceWeights.Of(new([1, 2, 2], 0, 1), WeightingMode.PerPrediction, WeightNormalization.Local, [1, 6, 3, 6]));
        Assert.Equal([0.25, 1.5, 0.75, 1.5], ReferenceWeights.Of(new([1, 2, 2], 0, 1), WeightingMode.PerPrediction, WeightNormalization.Global, [1, 6, 3, 6]));
    }

    [Fact]
    public void LossesOverElementsAreTheDesignsTable()
    {
        ReferenceShape two = new([2], 0, null);
        Same(new LossResult(1.5, [-0.5, 0], [1, 0]), Evaluate(LossKind.Hinge, two, [-2, 3], [1, 1]));
        Same(new LossResult(2.5, [0.5, 1.5], [-0.5, -1.5]), Evaluate(LossKind.Square, two, [1, 3], [0, 0]));
        Same(new LossResult(50, [5e11, 0], [-50, -50]), Evaluate(LossKind.BinaryCrossEntropy, two, [1, 1], [0, 1]));
        Same(new LossResult(1, [1, 0], [0, 0]), Evaluate(LossKind.GaussianKL, two, [2, 0], [1, 1]));
    }

    private static void Same(LossResult expected, LossResult actual)
    {
        Assert.Equal(expected.Value, actual.Value, 1e-14);
        Assert.Equal(expected.PredictionGradient, actual.PredictionGradient);
        Assert.Equal(expected.GroundTruthGradient, actual.GroundTruthGradient);
    }

    private static LossResult Evaluate(LossKind loss, ReferenceShape shape, double[] prediction, double[] groundTruth) =>
        ReferenceLoss.Evaluate(loss, shape, 1.0, ElementType.Double, new LossInputs(prediction, groundTruth, Weights: null), WeightingMode.None, WeightNormalization.Local).Result;

    private static LossResult Evaluate(GoldenCase golden) =>
        ReferenceLoss.Evaluate(golden.Declaration(ElementType.Double), golden.Shape[golden.BatchAxis], golden.Inputs).Result;
}
