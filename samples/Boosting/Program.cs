using Boosting;
using Boosting.Losses;
using Boosting.Output;
using Boosting.Tasks;
using Boosting.Trees;
using Digits;

const string CurveFile = "boosting-loss.png";

return CommandLine.Run(args, static options =>
{
    DigitDataset all = DigitDataset.Load();
    all.Shuffle(new Random(options.Seed));
    (DigitDataset train, DigitDataset test) = all.SplitLast(all.Count / 5);
    Console.WriteLine($"{train.Count} images to train on, {test.Count} to test with, seed {options.Seed}");

    var settings = new TreeSettings(options.Depth);
    var digits = new DigitTask(train, test);
    var ink = new InkTask(train, test);
    List<BoostingRun> digitRuns = [], inkRuns = [];
    if (options.Includes("logistic"))
    {
        digitRuns.Add(digits.Start("logistic", new LogisticLoss().ForwardBackwardCurvature, settings));
    }

    if (options.Includes("focal"))
    {
        digitRuns.Add(digits.Start("focal", new FocalLoss().ForwardBackwardCurvature, settings));
    }

    if (options.Includes("tweedie"))
    {
        inkRuns.Add(ink.Start("Tweedie", new TweedieLoss().ForwardBackwardCurvature, settings));
        inkRuns.Add(ink.Start("squared error", new SquaredErrorLoss().ForwardBackwardCurvature, settings));
    }

    BoostingRun[] runs = [.. digitRuns, .. inkRuns];
    BoostingProgress.Grow(runs, options.Trees);

    if (digitRuns.Count > 0)
    {
        BoostingReport.WriteDigits(digitRuns.Select(run => (run, digits.Score(run))));
    }

    if (inkRuns.Count > 0)
    {
        // Tweedie's prediction is the logarithm of the mean, that of the squared error the mean.
        Func<double, double>[] means = [Math.Exp, static mean => mean];
        BoostingReport.WriteInk(inkRuns.Zip(means, (run, mean) => (run, ink.Score(run, mean))));
    }

    return TrySaveCurve(runs) ? 0 : 1;
});

static bool TrySaveCurve(BoostingRun[] runs)
{
    try
    {
        LossCurve.Save(runs, CurveFile);
        Console.WriteLine(LossCurve.HasFont
            ? $"loss curve: {CurveFile}"
            : $"loss curve: {CurveFile}  (no font is installed to label it: {string.Join(", ", runs.Select(static run => run.Name))} in blue, orange, green and pink; training dashed)");
        return true;
    }
    catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine($"The loss curve could not be written: {exception.Message}");
        return false;
    }
}
