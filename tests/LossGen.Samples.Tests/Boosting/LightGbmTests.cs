using System.Runtime.InteropServices;
using Boosting;
using Boosting.LightGbm;
using Boosting.Losses;
using Boosting.Tasks;

namespace LossGen.Samples.Tests.Boosting;

/// <summary>
/// LightGBM with the derivatives of generated losses. Where its native library cannot load, every use of it must say what to install.
/// </summary>
public sealed class LightGbmTests
{
    private const int Trees = 100;

    // Both round derivatives to float: about 6e-8 of each step.
    private const double Rounding = 1e-6;

    private static readonly TreeSettings Settings = new(Depth: 4);

    // In small leaves, two features often divide the rows alike, and rounding decides between them.
    private static readonly TreeSettings WithLargeLeaves = new(Depth: 4, SmallestLeaf: 50);

    private delegate float[] Targets(Random random, int rows);

    [Theory]
    [InlineData("logistic", "binary")]
    [InlineData("Tweedie", "tweedie tweedie_variance_power=1.5")]
    public void PredictionsAreThoseOfItsOwnObjective(string name, string objective) => WhereItLoads(() =>
    {
        (Objective loss, Targets draw, Func<double, double> link) = name == "logistic"
            ? ((Objective)new LogisticLoss().ForwardBackwardCurvature, (Targets)Answers, OwnObjective.Binary.Link)
            : (new TweedieLoss().ForwardBackwardCurvature, Amounts, OwnObjective.Tweedie.Link);
        var random = new Random(8);
        (FeatureTable train, FeatureTable test) = (Continuous(random, 2000), Continuous(random, 500));
        float[] target = draw(random, train.Rows);

        // Rows that start differently have different derivatives, so no two splits gain the same.
        (float[] trainStart, float[] testStart) = (Numbers(random, train.Rows, 1), Numbers(random, test.Rows, 1));
        using var generated = new LightGbmModel("none", WithLargeLeaves, train, trainStart, test, testStart);
        using var own = new LightGbmModel(objective, WithLargeLeaves, train, trainStart, test, testStart, target);
        float[] gradient = new float[train.Rows], curvature = new float[train.Rows];
        double[] predictions = Array.ConvertAll(trainStart, static start => (double)start);
        for (int tree = 0; tree < Trees; tree++)
        {
            loss(Array.ConvertAll(predictions, static prediction => (float)prediction), target, gradient, curvature);
            generated.AddTree(gradient, curvature);
            generated.CopyTrainPredictions(predictions);
            own.AddTree();
        }

        Assert.True(predictions.Max() - predictions.Min() > 3, "The trees learned something.");
        double[] means = new double[train.Rows];
        own.CopyTrainPredictions(means);
        RequireEqual(predictions, Array.ConvertAll(means, mean => link(mean)));

        (predictions, means) = (new double[test.Rows], new double[test.Rows]);
        generated.CopyTestPredictions(predictions);
        own.CopyTestPredictions(means);
        RequireEqual(predictions, Array.ConvertAll(means, mean => link(mean)));
    });

    [Fact]
    public void TheTreesOfTheSampleAreThoseOfLightGbm() => WhereItLoads(() =>
    {
        // Values so few that each is in every leaf: neither chooses among thresholds that divide its rows alike. LightGBM estimates the rows of a leaf by their curvature, and is right where it is the same for all.
        var random = new Random(9);
        (FeatureTable train, FeatureTable test) = (WholeNumbers(random, 2000), WholeNumbers(random, 500));
        (float[] trainTarget, float[] testTarget) = (Numbers(random, train.Rows, 2), Numbers(random, test.Rows, 2));
        Booster[] boosters = [.. BoosterKind.All.Select(kind =>
            new Booster(new SquaredErrorLoss().ForwardBackwardCurvature, kind.Learner(train, test, WithLargeLeaves), trainTarget, testTarget))];
        for (int tree = 0; tree < Trees; tree++)
        {
            Array.ForEach(boosters, static booster => booster.AddTree());
        }

        RequireEqual(Widened(boosters[0]), Widened(boosters[1]));
        Array.ForEach(boosters, static booster => booster.Dispose());
        static double[] Widened(Booster booster) => [.. booster.TestPredictions.ToArray().Select(static prediction => (double)prediction)];
    });

    [Theory]
    [InlineData("logistic", 0.05)]
    [InlineData("focal", 0.12)]
    public void DigitsAreRecognised(string name, double logLoss) => WhereItLoads(() =>
    {
        DigitTask task = Data.Digits(seed: 1);
        Objective objective = name == "logistic" ? new LogisticLoss().ForwardBackwardCurvature : new FocalLoss().ForwardBackwardCurvature;
        using BoostingRun run = task.Start(name, objective, BoosterKind.LightGbm, Settings);
        for (int round = 0; round < Trees; round++)
        {
            run.AddRound();
        }

        DigitScore score = task.Score(run);
        Assert.InRange(score.Accuracy, 0.95, 1);
        Assert.InRange(score.LogLoss, 0, logLoss);
        Assert.True(run.Rounds[^1].TrainLoss < run.Rounds[0].TrainLoss / 10);
    });

    [Fact]
    public void WhatItRefusesIsSaidInItsOwnWords()
    {
        FeatureTable rows = Continuous(new Random(1), 20);
        float[] start = new float[20], negative = [.. Enumerable.Repeat(-1f, 20)];
        string message = Assert.Throws<LightGbmException>(() => new LightGbmModel("tweedie", Settings, rows, start, rows, start, negative)).Message;
        Assert.Equal(LightGbmLibrary.Loads ? "LightGBM failed: [tweedie]: at least one target label is negative, in CreateBooster." : MissingLibrary.Explain(), message);
    }

    [Theory]
    [InlineData("LINUX", Architecture.X64, "install the package libgomp1 (Debian, Ubuntu) or libgomp (Fedora); or boost with --booster histogram.")]
    [InlineData("OSX", Architecture.X64, "install it with 'brew install libomp'; or boost with --booster histogram.")]
    [InlineData("WINDOWS", Architecture.X64, "install the Visual C++ Redistributable; or boost with --booster histogram.")]
    [InlineData("LINUX", Architecture.Arm64, "its package is for x64 processors, and this process is Arm64; or boost with --booster histogram.")]
    public void WhatIsMissingIsNamed(string platform, Architecture architecture, string end)
    {
        string message = MissingLibrary.Explain(OSPlatform.Create(platform), architecture);
        Assert.StartsWith("LightGBM's native library does not load: it", message, StringComparison.Ordinal);
        Assert.EndsWith(end, message, StringComparison.Ordinal);
    }

    /// <summary>Runs a test where the library loads; elsewhere requires that what it uses first says what to install.</summary>
    private static void WhereItLoads(Action test)
    {
        if (LightGbmLibrary.Loads)
        {
            test();
        }
        else
        {
            Assert.Equal(MissingLibrary.Explain(), Assert.Throws<LightGbmException>(test).Message);
        }
    }

    private static void RequireEqual(double[] expected, double[] actual) =>
        Assert.InRange(expected.Zip(actual, static (first, second) => Math.Abs(first - second)).Max(), 0, Rounding);

    private static FeatureTable Continuous(Random random, int rows) => new(Numbers(random, rows * 5, 1), Columns: 5);

    private static FeatureTable WholeNumbers(Random random, int rows) => new([.. Enumerable.Range(0, rows * 5).Select(_ => (float)random.Next(10))], Columns: 5);

    private static float[] Answers(Random random, int rows) => [.. Enumerable.Range(0, rows).Select(_ => (float)random.Next(2))];

    private static float[] Amounts(Random random, int rows) => [.. Numbers(random, rows, 2).Select(static number => Math.Max(number, 0))];

    private static float[] Numbers(Random random, int count, float largest) => [.. Enumerable.Range(0, count).Select(_ => largest * ((2 * random.NextSingle()) - 1))];
}
