using Boosting.LightGbm;
using Digits;

namespace Boosting.Tasks;

/// <summary>
/// How much ink is in the lower right corner of an image, 2 × 2 pixels, given its upper half? The amount is never negative and often zero: what a Tweedie
/// distribution is for.
/// </summary>
public sealed class InkTask
{
    private const int Side = 8;
    private const int CornerSide = 2;
    private const int UpperPixels = DigitDataset.Pixels / 2;

    // One grey level of one pixel: no image that has ink has less.
    private const double SmallestInk = 1.0 / 16;

    private readonly FeatureTable _trainFeatures;
    private readonly FeatureTable _testFeatures;
    private readonly float[] _trainInk;
    private readonly float[] _testInk;

    /// <summary>Takes the upper pixels of both sets as features.</summary>
    public InkTask(DigitDataset train, DigitDataset test)
    {
        (_trainFeatures, _testFeatures) = (new(UpperHalves(train), UpperPixels), new(UpperHalves(test), UpperPixels));
        (_trainInk, _testInk) = (Ink(train), Ink(test));
    }

    /// <summary>A booster, before its first tree.</summary>
    public BoostingRun Start(string name, Objective objective, BoosterKind kind, TreeSettings settings) =>
        new(name, kind, [new Booster(objective, kind.Learner(_trainFeatures, _testFeatures, settings), _trainInk, _testInk)]);

    /// <summary>Judges a booster whose predictions are turned into the mean amount of ink by <paramref name="mean"/>.</summary>
    public InkScore Score(BoostingRun run, Func<double, double> mean) => Score(run.Boosters[0].TestPredictions, mean);

    /// <summary>Judges a model that LightGBM trains by its own Tweedie objective, from the same start and with as many trees as a run.</summary>
    public InkScore ScoreOfOwnObjective(BoostingRun run, TreeSettings settings) => Score(
        OwnObjective.Tweedie.TestPredictions(settings, run.Trees, run.Boosters[0].Start, _trainFeatures, _trainInk, _testFeatures), Math.Exp);

    /// <summary>Twice what a Tweedie distribution of power 1.5 and the given mean is below the best one in log-likelihood.</summary>
    public static double Deviance(double mean, double amount)
    {
        double difference = Math.Sqrt(mean) - Math.Sqrt(amount);
        return 4 * difference * difference / Math.Sqrt(mean);
    }

    private InkScore Score(ReadOnlySpan<float> predictions, Func<double, double> mean)
    {
        (double deviance, double squares, int negative) = (0, 0, 0);
        for (int i = 0; i < predictions.Length; i++)
        {
            (double expected, double ink) = (mean(predictions[i]), _testInk[i]);
            deviance += Deviance(Math.Max(expected, SmallestInk), ink);
            squares += (expected - ink) * (expected - ink);
            negative += expected < 0 ? 1 : 0;
        }

        return new InkScore(deviance / predictions.Length, Math.Sqrt(squares / predictions.Length), negative);
    }

    private static float[] UpperHalves(DigitDataset images)
    {
        float[] upper = new float[images.Count * UpperPixels];
        for (int i = 0; i < images.Count; i++)
        {
            images.Images.Slice(i * DigitDataset.Pixels, UpperPixels).CopyTo(upper.AsSpan(i * UpperPixels));
        }

        return upper;
    }

    private static float[] Ink(DigitDataset images)
    {
        float[] ink = new float[images.Count];
        for (int i = 0; i < images.Count; i++)
        {
            ReadOnlySpan<float> image = images.Images.Slice(i * DigitDataset.Pixels, DigitDataset.Pixels);
            for (int row = Side - CornerSide; row < Side; row++)
            {
                foreach (float pixel in image.Slice((row * Side) + Side - CornerSide, CornerSide))
                {
                    ink[i] += pixel;
                }
            }
        }

        return ink;
    }
}
