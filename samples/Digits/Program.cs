using Digits;

const string CurveFile = "digits-loss.png";

return CommandLine.Run(args, static (epochs, seed) =>
{
    var random = new Random(seed);
    DigitDataset all = DigitDataset.Load();
    all.Shuffle(random);
    (DigitDataset train, DigitDataset test) = all.SplitLast(all.Count / 5);
    Console.WriteLine($"{train.Count} images to train on, {test.Count} to test with, seed {seed}");

    var trainer = new Trainer(new DigitLoss(), train, test, random);
    List<EpochResult> results = TrainingProgress.Watch(trainer.Train(epochs), epochs);

    TrainingReport.WriteTable(results);
    bool saved = TrySaveCurve(results);
    TrainingReport.WriteAccuracy(results[^1]);
    if (GeneratedSource.Find(typeof(DigitLoss)) is { } source)
    {
        Console.WriteLine($"generated loss: {source}");
    }

    return saved ? 0 : 1;
});

static bool TrySaveCurve(List<EpochResult> results)
{
    try
    {
        LossCurve.Save(results, CurveFile);
        Console.WriteLine(CurveStyle.HasFont
            ? $"loss curve: {CurveFile}"
            : $"loss curve: {CurveFile}  (no font is installed to label it: train loss blue, test loss orange, accuracy green)");
        return true;
    }
    catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine($"The loss curve could not be written: {exception.Message}");
        return false;
    }
}
