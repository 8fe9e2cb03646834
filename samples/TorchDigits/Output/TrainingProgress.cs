using Spectre.Console;

namespace TorchDigits.Output;

/// <summary>A progress bar for each loss, if there is a terminal to draw them on.</summary>
public static class TrainingProgress
{
    /// <summary>Trains all networks of a run.</summary>
    public static void Watch(TrainingRun run)
    {
        // In a file or a pipe a bar would leave rows of text.
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Ansi)
        {
            run.Train(static (_, _) => { });
            return;
        }

        // If interrupted, the bar would leave the terminal without a cursor.
        Console.CancelKeyPress += static (_, _) => AnsiConsole.Cursor.Show();

        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .Start(progress =>
            {
                ProgressTask[] bars = [.. run.Trainers.Select(trainer => progress.AddTask(trainer.Kind.Name, maxValue: run.Epochs))];
                run.Train((trainer, result) =>
                {
                    bars[trainer].Description = $"{run.Trainers[trainer].Kind.Name}, epoch {result.Epoch} of {run.Epochs}, {result.Accuracy * 100:F1} % right";
                    bars[trainer].Increment(1);
                });
            });
    }
}
