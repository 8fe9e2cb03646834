using Boosting.Tasks;
using Spectre.Console;

namespace Boosting.Output;

/// <summary>The tables that the program prints at the end.</summary>
public static class BoostingReport
{
    /// <summary>Prints how well the digits are recognised with each objective.</summary>
    public static void WriteDigits(IEnumerable<(BoostingRun Run, DigitScore Score)> results)
    {
        Table table = Headed("Which digit?", "Objective", "Test accuracy", "Test log loss", "Loss time", "Tree time");
        foreach ((BoostingRun run, DigitScore score) in results)
        {
            table.AddRow(
                run.Name,
                $"{score.Accuracy * 100:F1} % ({score.Correct} of {score.Tested})",
                $"{score.LogLoss:F4}",
                Seconds(run.ObjectiveTime),
                Seconds(run.TreeTime));
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Prints how well the ink is predicted with each objective.</summary>
    public static void WriteInk(IEnumerable<(BoostingRun Run, InkScore Score)> results)
    {
        Table table = Headed("How much ink?", "Objective", "Tweedie deviance", "Root mean squared error", "Below zero", "Loss time", "Tree time");
        foreach ((BoostingRun run, InkScore score) in results)
        {
            table.AddRow(
                run.Name,
                $"{score.Deviance:F4}",
                $"{score.RootMeanSquaredError:F4}",
                $"{score.Negative}",
                Seconds(run.ObjectiveTime),
                Seconds(run.TreeTime));
        }

        AnsiConsole.Write(table);
    }

    private static Table Headed(string title, string first, params ReadOnlySpan<string> headings)
    {
        Table table = new Table().Title(title).Border(TableBorder.Rounded).AddColumn(first, static column => column.NoWrap());
        foreach (string heading in headings)
        {
            table.AddColumn(heading, static column => column.RightAligned());
        }

        return table;
    }

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds:F3} s";
}
