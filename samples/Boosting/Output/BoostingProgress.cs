using Spectre.Console;

namespace Boosting.Output;

/// <summary>A progress bar over the rounds, if there is a terminal to draw it on.</summary>
public static class BoostingProgress
{
    /// <summary>Adds the given number of trees to the boosters of each run, one run after another.</summary>
    public static void Grow(IReadOnlyList<BoostingRun> runs, int trees)
    {
        // In a file or a pipe a bar would leave rows of text.
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Ansi)
        {
            foreach (BoostingRun run in runs)
            {
                Grow(run, trees, static _ => { });
            }

            return;
        }

        // If interrupted, the bar would leave the terminal without a cursor.
        Console.CancelKeyPress += static (_, _) => AnsiConsole.Cursor.Show();

        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .Start(progress =>
            {
                foreach (BoostingRun run in runs)
                {
                    ProgressTask bar = progress.AddTask(run.ToString(), maxValue: trees);
                    Grow(run, trees, result =>
                    {
                        bar.Description = $"{run}, tree {result.Round} of {trees}, test loss {result.TestLoss:F4}";
                        bar.Increment(1);
                    });
                }
            });
    }

    private static void Grow(BoostingRun run, int trees, Action<RoundResult> show)
    {
        for (int tree = 0; tree < trees; tree++)
        {
            run.AddRound();
            show(run.Rounds[^1]);
        }
    }
}
