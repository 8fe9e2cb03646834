using Boosting.Losses;
using Boosting.Trees;
using Digits;

namespace Boosting.Tasks;

/// <summary>Which digit is it? One booster per digit tells it from the nine others by the 64 pixels, and the most confident one decides.</summary>
public sealed class DigitTask
{
    private readonly DigitDataset _test;
    private readonly BinnedFeatures _trainFeatures;
    private readonly BinnedFeatures _testFeatures;
    private readonly float[][] _trainTargets;
    private readonly float[][] _testTargets;

    /// <summary>Bins the pixels of both sets by those of the training images.</summary>
    public DigitTask(DigitDataset train, DigitDataset test)
    {
        _test = test;
        BinEdges edges = BinEdges.Choose(train.Images, DigitDataset.Pixels);
        (_trainFeatures, _testFeatures) = (edges.Bin(train.Images), edges.Bin(test.Images));
        (_trainTargets, _testTargets) = (Targets(train), Targets(test));
    }

    /// <summary>Ten boosters, before their first tree.</summary>
    public BoostingRun Start(string name, Objective objective, TreeSettings settings) =>
        new(name, [.. _trainTargets.Zip(_testTargets, (train, test) =>
            new Booster(objective, new Rows(_trainFeatures, train), new Rows(_testFeatures, test), settings))]);

    /// <summary>Judges the test predictions of ten boosters.</summary>
    public DigitScore Score(BoostingRun run)
    {
        int correct = 0;
        for (int i = 0; i < _test.Count; i++)
        {
            if (MostConfident(run.Boosters, i) == _test.Labels[i])
            {
                correct++;
            }
        }

        // Whatever the boosters were trained with, their logits are judged as probabilities.
        var logistic = new LogisticLoss();
        double logLoss = run.Boosters.Zip(_testTargets, (booster, target) => (double)logistic.Forward(booster.TestPredictions, target)).Average();
        return new DigitScore(correct, _test.Count, logLoss);
    }

    private static int MostConfident(IReadOnlyList<Booster> boosters, int image)
    {
        int best = 0;
        for (int digit = 1; digit < boosters.Count; digit++)
        {
            if (boosters[digit].TestPredictions[image] > boosters[best].TestPredictions[image])
            {
                best = digit;
            }
        }

        return best;
    }

    private static float[][] Targets(DigitDataset images)
    {
        float[][] targets = new float[DigitDataset.Classes][];
        for (int digit = 0; digit < targets.Length; digit++)
        {
            targets[digit] = new float[images.Count];
            for (int i = 0; i < images.Count; i++)
            {
                targets[digit][i] = images.Labels[i] == digit ? 1 : 0;
            }
        }

        return targets;
    }
}
