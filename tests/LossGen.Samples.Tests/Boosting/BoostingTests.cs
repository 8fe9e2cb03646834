using Boosting;
using Boosting.Losses;
using Boosting.Tasks;

namespace LossGen.Samples.Tests.Boosting;

/// <summary>What the boosting sample learns from the digits, with the settings of its program.</summary>
public sealed class BoostingTests
{
    private static readonly TreeSettings Settings = new(Depth: 4);

    [Theory]
    [InlineData("logistic", 0.05)]
    [InlineData("focal", 0.12)]
    public void DigitsAreRecognised(string name, double logLoss)
    {
        DigitTask task = Data.Digits(seed: 1);
        BoostingRun run = Grow(task.Start(name, ObjectiveNamed(name), BoosterKind.Histogram, Settings), trees: 100);
        DigitScore score = task.Score(run);
        Assert.Equal(359, score.Tested);
        Assert.InRange(score.Accuracy, 0.95, 1);
        Assert.InRange(score.LogLoss, 0, logLoss);
    }

    [Theory]
    [InlineData("logistic")]
    [InlineData("focal")]
    [InlineData("Tweedie")]
    [InlineData("squared error")]
    public void EveryTreeLowersTheTrainingLoss(string name)
    {
        BoostingRun run = Grow(Data.Ink(seed: 2).Start(name, ObjectiveNamed(name), BoosterKind.Histogram, Settings), trees: 20);
        Assert.Equal(21, run.Rounds.Count);
        Assert.All(run.Rounds.Zip(run.Rounds.Skip(1)), static pair => Assert.True(pair.Second.TrainLoss < pair.First.TrainLoss));
        Assert.True(run.Rounds[^1].TestLoss < run.Rounds[0].TestLoss);
    }

    [Fact]
    public void TweedieHasTheLowerDevianceAndNoMeanBelowZero()
    {
        InkTask task = Data.Ink(seed: 1);
        InkScore tweedie = task.Score(Grow(task.Start("Tweedie", ObjectiveNamed("Tweedie"), BoosterKind.Histogram, Settings), trees: 100), Math.Exp);
        InkScore square = task.Score(Grow(task.Start("squared error", ObjectiveNamed("squared error"), BoosterKind.Histogram, Settings), trees: 100), static mean => mean);
        Assert.True(tweedie.Deviance < square.Deviance);
        Assert.Equal(0, tweedie.Negative);
        Assert.True(square.Negative > 0);
    }

    [Theory]
    [InlineData(2, 2, 0)]
    [InlineData(4, 0, 8)]
    [InlineData(1, 4, 4)]
    public void DevianceIsThatOfThePower(double mean, double amount, double expected) => Assert.Equal(expected, InkTask.Deviance(mean, amount), 1e-12);

    [Fact]
    public void OneSeedGivesOneResult()
    {
        float[] first = Predictions(seed: 3);
        Assert.Equal(first, Predictions(seed: 3));
        Assert.NotEqual(first, Predictions(seed: 4));
    }

    private static float[] Predictions(int seed)
    {
        BoostingRun run = Grow(Data.Digits(seed).Start("logistic", ObjectiveNamed("logistic"), BoosterKind.Histogram, Settings), trees: 3);
        return [.. run.Boosters.SelectMany(static booster => booster.TestPredictions.ToArray())];
    }

    private static BoostingRun Grow(BoostingRun run, int trees)
    {
        for (int tree = 0; tree < trees; tree++)
        {
            run.AddRound();
        }

        return run;
    }

    private static Objective ObjectiveNamed(string name) => name switch
    {
        "logistic" => new LogisticLoss().ForwardBackwardCurvature,
        "focal" => new FocalLoss().ForwardBackwardCurvature,
        "Tweedie" => new TweedieLoss().ForwardBackwardCurvature,
        _ => new SquaredErrorLoss().ForwardBackwardCurvature,
    };
}
