using Boosting;
using Boosting.Losses;

namespace LossGen.Samples.Tests.Boosting;

/// <summary>Boosters of a few rows, against what their derivatives make of them.</summary>
public sealed class BoosterTests
{
    private static readonly float[] Target = [1, 0, 0, 1, 0, 0, 0, 1];
    private static readonly TreeSettings Stump = new(Depth: 1, LearningRate: 0.5, Lambda: 0.25, SmallestLeaf: 1);

    [Fact]
    public void TheLossIsAskedForBothDerivativesOfAllRows()
    {
        var asked = new List<int>();
        Objective objective = (prediction, target, gradient, curvature) =>
        {
            asked.Add(prediction.Length);
            return new LogisticLoss().ForwardBackwardCurvature(prediction, target, gradient, curvature);
        };
        var booster = Boost(objective, Target, [1, 0]);
        asked.Clear();
        booster.AddTree();
        Assert.Equal([8, 2], asked);
    }

    [Fact]
    public void TheBestConstantIsTheLogitOfTheMean()
    {
        var booster = Boost(new LogisticLoss().ForwardBackwardCurvature, Target, Target);
        Assert.Equal(Math.Log(3.0 / 5), booster.Start, 1e-6);
        Assert.Equal(Math.Log(0.3), Boost(new TweedieLoss().ForwardBackwardCurvature, [0, 0.6f], [0]).Start, 1e-6);
    }

    [Fact]
    public void TheFirstTreeTakesANewtonStepByTheDerivatives()
    {
        float[] target = [0, 0, 0, 0, 1, 1, 1, 1];
        var booster = Boost(new LogisticLoss().ForwardBackwardCurvature, target, target);
        Assert.Equal(0, booster.Start, 1e-6);
        booster.AddTree();

        // Four rows of gradient ±1/2 and curvature 1/4 on each side.
        float step = (float)(0.5 * 2 / (1 + 0.25));
        Assert.Equal([-step, -step, -step, -step, step, step, step, step], booster.TestPredictions.ToArray(), static (x, y) => Math.Abs(x - y) < 1e-6f);
    }

    [Fact]
    public void CurvatureDecidesHowFarAStepGoes()
    {
        float[] target = [0, 0, 0, 0, 1, 1, 1, 1];
        Objective steeper = (prediction, targets, gradient, curvature) =>
        {
            float value = new LogisticLoss().ForwardBackwardCurvature(prediction, targets, gradient, curvature);
            foreach (ref float second in curvature)
            {
                second *= -4; // Of either sign: only its size counts.
            }

            return value;
        };
        var booster = Boost(steeper, target, target);
        booster.AddTree();
        Assert.Equal(0.5 * 2 / (4 + 0.25), booster.TestPredictions[7], 1e-6);
    }

    [Fact]
    public void TheLossesAreThoseOfThePredictions()
    {
        var booster = Boost(new FocalLoss().ForwardBackwardCurvature, Target, [1, 0, 0]);
        booster.AddTree();
        Assert.Equal(new FocalLoss().Forward(booster.TestPredictions, [1, 0, 0]), booster.TestLoss, 1e-7);
    }

    [Fact]
    public void WhereAnAnswerIsWrongAndConfidentTheFocalLossCurvesDownwards()
    {
        float[] curvature = new float[3];
        new FocalLoss().ForwardBackwardCurvature([-5, 0, 5], [1, 1, 1], new float[3], curvature);
        Assert.True(curvature[0] < 0);
        Assert.True(curvature[1] > 0);
        Assert.True(curvature[2] > 0);
    }

    private static Booster Boost(Objective objective, float[] trainTarget, float[] testTarget) =>
        new(objective, BoosterKind.Histogram.Learner(Numbers(trainTarget.Length), Numbers(testTarget.Length), Stump), trainTarget, testTarget);

    // The only feature of a row is its number.
    private static FeatureTable Numbers(int rows) => new([.. Enumerable.Range(0, rows).Select(static row => (float)row)], Columns: 1);
}
