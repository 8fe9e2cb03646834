using Digits;
using LossGen.LibTorch;
using TorchDigits;
using TorchDigits.Output;

const string CurveFile = "torch-digits-loss.png";

return CommandLine.Run(args, static options =>
{
    if (TorchLibrary.Load() is { } reason)
    {
        Console.Error.WriteLine($"libtorch cannot be used: {reason}.");
        return 1;
    }

    // On matrices this small, waking a second thread costs more than it computes.
    TorchSharp.torch.set_num_threads(1);
    using var run = new TrainingRun(options);
    Console.WriteLine($"{run.Trainers[0].TrainingImages} images to train on, {run.Trainers[0].TestImages} to test with, seed {options.Seed}");
    TrainingProgress.Watch(run);
    TrainingReport.Write(run);
    return TrySaveCurve(run) ? 0 : 1;
});

static bool TrySaveCurve(TrainingRun run)
{
    try
    {
        LossCurve.Save(run, CurveFile);
        Console.WriteLine(CurveStyle.HasFont
            ? $"loss curve: {CurveFile}"
            : $"loss curve: {CurveFile}  (no font is installed to label it: {LossCurve.Colors(run)})");
        return true;
    }
    catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine($"The loss curve could not be written: {exception.Message}");
        return false;
    }
}
