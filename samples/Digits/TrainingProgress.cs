using Spectre.Console;

namespace Digits;

/// <summary>A progress bar over the epochs, if there is a terminal to draw it on.</summary>
public static class TrainingProgress
{
    /// <summary>Collects the results of the epochs, showing each as it arrives.</summary>
    public static List<EpochResult> Watch(IEnumerable<EpochResult> results, int epochs)
    {
        // In a file or a pipe a bar would leave rows of text.
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Ansi)
        {
            return [.. results];
        }

        // If interrupted, the bar would leave the terminal without a cursor.
        Console.CancelKeyPress += static (_, _) => AnsiConsole.Cursor.Show();

        return AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .Start(progress =>
            {
                ProgressTask bar = progress.AddTask("training", maxValue: epochs);
                var seen = new List<EpochResult>(epochs);
                foreach (EpochResult result in results)
                {
                    seen.Add(result);
                    bar.Description = $"epoch {result.Epoch} of {epochs}, {result.Accuracy * 100:F1} % right";
                    bar.Increment(1);
                }

                return seen;
            });
    }
}
