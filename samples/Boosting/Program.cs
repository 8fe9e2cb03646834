using Boosting;
using Boosting.LightGbm;
using Boosting.Losses;
using Boosting.Output;
using Boosting.Tasks;
using Digits;

const string CurveFile = "boosting-loss.png";

return CommandLine.Run(args, static options =>
{
    try
    {
        return Boost(options);
    }
    catch (LightGbmException exception)
    {
        Console.Error.WriteLine(exception.Message);
        return 1;
    }
});

static int Boost(BoostingOptions options)
{
    DigitDataset all = DigitDataset.Load();
    all.Shuffle(new Random(options.Seed));
    (DigitDataset train, DigitDataset test) = all.SplitLast(all.Count / 5);
    var settings = new TreeSettings(options.Depth);
    var digits = new DigitTask(train, test);
    var ink = new InkTask(train, test);
    List<BoostingRun> digitRuns = [];
    List<(BoostingRun Run, Func<double, double> Mean)> inkRuns = [];
    foreach (BoosterKind kind in options.Boosters)
    {
        if (options.Includes("logistic"))
        {
            digitRuns.Add(digits.Start("logistic", new LogisticLoss().ForwardBackwardCurvature, kind, settings));
        }

        if (options.Includes("focal"))
        {
            digitRuns.Add(digits.Start("focal", new FocalLoss().ForwardBackwardCurvature, kind, settings));
        }

        if (options.Includes("tweedie"))
        {
            // Tweedie's prediction is the logarithm of the mean, that of the squared error the mean.
            inkRuns.Add((ink.Start("Tweedie", new TweedieLoss().ForwardBackwardCurvature, kind, settings), Math.Exp));
            inkRuns.Add((ink.Start("squared error", new SquaredErrorLoss().ForwardBackwardCurvature, kind, settings), static mean => mean));
        }
    }

    Console.WriteLine($"{train.Count} images to train on, {test.Count} to test with, seed {options.Seed}");
    BoostingRun[] runs = [.. digitRuns, .. inkRuns.Select(static pair => pair.Run)];
    BoostingProgress.Grow(runs, options.Trees);
    if (digitRuns.Count > 0)
    {
        List<ResultRow<DigitScore>> rows = [];
        foreach (BoostingRun run in digitRuns)
        {
            rows.Add(new(run.Name, run.Kind.Name, digits.Score(run), run));
            if (run.Kind == BoosterKind.LightGbm && run.Name == "logistic")
            {
                rows.Add(new(OwnObjective.Binary.Name, run.Kind.Name, digits.ScoreOfOwnObjective(run, settings), null));
            }
        }

        BoostingReport.WriteDigits(rows);
    }

    if (inkRuns.Count > 0)
    {
        List<ResultRow<InkScore>> rows = [];
        foreach ((BoostingRun run, Func<double, double> mean) in inkRuns)
        {
            rows.Add(new(run.Name, run.Kind.Name, ink.Score(run, mean), run));
            if (run.Kind == BoosterKind.LightGbm && run.Name == "Tweedie")
            {
                rows.Add(new(OwnObjective.Tweedie.Name, run.Kind.Name, ink.ScoreOfOwnObjective(run, settings), null));
            }
        }

        BoostingReport.WriteInk(rows);
    }

    bool isSaved = TrySaveCurve(runs);
    foreach (BoostingRun run in runs)
    {
        run.Dispose();
    }

    return isSaved ? 0 : 1;
}

static bool TrySaveCurve(BoostingRun[] runs)
{
    try
    {
        LossCurve.Save(runs, CurveFile);
        Console.WriteLine(CurveStyle.HasFont
            ? $"loss curve: {CurveFile}"
            : $"loss curve: {CurveFile}  (no font is installed to label it: {LossCurve.Colors(runs)}; training dashed)");
        return true;
    }
    catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine($"The loss curve could not be written: {exception.Message}");
        return false;
    }
}
