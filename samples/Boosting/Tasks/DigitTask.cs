using Boosting.LightGbm;
using Boosting.Losses;
using Digits;

namespace Boosting.Tasks;

/// <summary>Which digit is it? One booster per digit tells it from the nine others by the 64 pixels, and the most confident one decides.</summary>
public sealed class DigitTask
{
    private readonly DigitDataset _test;
    private readonly FeatureTable _trainFeatures;
    private readonly FeatureTable _testFeatures;
    private readonly float[][] _trainTargets;
    private readonly float[][] _testTargets;

    /// <summary>Takes the pixels of both sets as features.</summary>
    public DigitTask(DigitDataset train, DigitDataset test)
    {
        _test = test;
        (_trainFeatures, _testFeatures) = (PixelsOf(train), PixelsOf(test));
        (_trainTargets, _testTargets) = (Targets(train), Targets(test));
    }

    /// <summary>Ten boosters, before their first tree.</summary>
    public BoostingRun Start(string name, Objective objective, BoosterKind kind, TreeSettings settings)
    {
        ITreeLearner learner = kind.Learner(_trainFeatures, _testFeatures, settings);
        return new(name, kind, [.. _trainTargets.Zip(_testTargets, (train, test) => new Booster(objective, learner, train, test))]);
    }

    /// <summary>Judges the test predictions of ten boosters.</summary>
    public DigitScore Score(BoostingRun run) => Score([.. run.Boosters.Select(static booster => booster.TestPredictions.ToArray())]);

    /// <summary>Judges ten models that LightGBM trains by its own objective, from the same start and with as many trees as a run.</summary>
    public DigitScore ScoreOfOwnObjective(BoostingRun run, TreeSettings settings) => Score([.. run.Boosters.Zip(_trainTargets, (booster, target) =>
        OwnObjective.Binary.TestPredictions(settings, run.Trees, booster.Start, _trainFeatures, target, _testFeatures))]);

    private DigitScore Score(float[][] predictions)
    {
        int correct = 0;
        for (int i = 0; i < _test.Count; i++)
        {
            if (MostConfident(predictions, i) == _test.Labels[i])
            {
                correct++;
            }
        }

        // Whatever the boosters were trained with, their logits are judged as probabilities.
        var logistic = new LogisticLoss();
        double logLoss = predictions.Zip(_testTargets, (logits, target) => (double)logistic.Forward(logits, target)).Average();
        return new DigitScore(correct, _test.Count, logLoss);
    }

    private static int MostConfident(float[][] predictions, int image)
    {
        int best = 0;
        for (int digit = 1; digit < predictions.Length; digit++)
        {
            if (predictions[digit][image] > predictions[best][image])
            {
                best = digit;
            }
        }

        return best;
    }

    private static FeatureTable PixelsOf(DigitDataset images) => new(images.Images.ToArray(), DigitDataset.Pixels);

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
