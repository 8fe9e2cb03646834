using LossGen.Generator.Model;

namespace LossGen.Numerics.Tests.Properties;

/// <summary>The shrinker on failures whose smallest trial is known.</summary>
public sealed class ShrinkerTests
{
    private static readonly Trial Large = new(
        new Declaration
        {
            Loss = LossKind.Softmax,
            Dimensions = [4, 9, Shape.Batch, 33, 2],
            ClassAxis = 3,
            Notation = AxisNotation.FromBack,
            Weight = 2.5,
            Element = ElementType.Double,
            Label = LabelType.Int64,
            Bottoms = ["x", "y"],
            Weighting = WeightingMode.PerClass,
            Normalize = WeightNormalization.Global,
            HasConstantWeights = true,
        },
        Samples: 31,
        Seed: 5);

    [Fact]
    public void WhatAlwaysFailsShrinksToTheSmallestDeclarationThereIs()
    {
        Trial smallest = Shrinker.Smallest(Large, static _ => true);
        Assert.Equal("[SoftmaxLoss(Shape.Batch, 1)] with 0 samples, data seed 5", smallest.ToString());
    }

    [Fact]
    public void WhatNeverFailsAgainStaysAsItIs() => Assert.Equal(Large, Shrinker.Smallest(Large, static _ => false));

    [Fact]
    public void OnlyWhatTheFailureNeedsIsKept()
    {
        Trial smallest = Shrinker.Smallest(Large, static trial =>
            trial.Samples >= 3 && trial.Declaration.Element == ElementType.Double && trial.Declaration.Dimensions[trial.Declaration.ClassAxis!.Value] > 16);
        Assert.Equal("[SoftmaxLoss(Shape.Batch, 17, Element = ElementType.Double)] with 3 samples, data seed 5", smallest.ToString());
    }

    [Fact]
    public void WeightsAndThePositionOfTheBatchAreKeptWhereTheyMatter()
    {
        Trial smallest = Shrinker.Smallest(Large, static trial =>
            trial.Declaration.Weighting == WeightingMode.PerClass && trial.Declaration.Dimensions[0] != Shape.Batch && trial.Declaration.ClassAxis > 1);
        Assert.Equal("[SoftmaxLoss(1, Shape.Batch, 1, Dim = 2, Weighting = WeightingMode.PerClass)] with 0 samples, data seed 5", smallest.ToString());
    }

    [Fact]
    public void EverySimplerTrialIsADeclarationThatCompiles()
    {
        foreach (Trial trial in Shrinker.Simpler(Large))
        {
            Assert.Null(TrialBatch.Run(trial).Failure);
        }
    }
}
