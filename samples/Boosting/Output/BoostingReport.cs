using Boosting.Tasks;
using Spectre.Console;

namespace Boosting.Output;

/// <summary>The tables that the program prints at the end.</summary>
public static class BoostingReport
{
    /// <summary>Prints how well the digits are recognised with each objective.</summary>
    public static void WriteDigits(IEnumerable<ResultRow<DigitScore>> results)
    {
        Table table = Headed("Which digit?", ["Objective", "Booster"], ["Test accuracy"], ["Test log loss", "Loss time", "Tree time"]);
        foreach (ResultRow<DigitScore> row in results)
        {
            DigitScore score = row.Score;
            table.AddRow([row.Objective, row.Booster, $"{score.Accuracy * 100:F1} % ({score.Correct} of {score.Tested})", $"{score.LogLoss:F4}", .. row.Times]);
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Prints how well the ink is predicted with each objective.</summary>
    public static void WriteInk(IEnumerable<ResultRow<InkScore>> results)
    {
        Table table = Headed(
            "How much ink?", ["Objective", "Booster"], [], ["Tweedie deviance", "Root mean squared error", "Below zero", "Loss time", "Tree time"]);
        foreach (ResultRow<InkScore> row in results)
        {
            InkScore score = row.Score;
            table.AddRow([row.Objective, row.Booster, $"{score.Deviance:F4}", $"{score.RootMeanSquaredError:F4}", $"{score.Negative}", .. row.Times]);
        }

        AnsiConsole.Write(table);
    }

    // Where the terminal is narrow, only the headings of the last columns are broken into lines.
    private static Table Headed(string title, ReadOnlySpan<string> names, ReadOnlySpan<string> unbroken, ReadOnlySpan<string> numbers)
    {
        Table table = new Table().Title(title).Border(TableBorder.Rounded);
        foreach (string heading in names)
        {
            table.AddColumn(heading, static column => column.NoWrap());
        }

        foreach (string heading in unbroken)
        {
            table.AddColumn(heading, static column => column.RightAligned().NoWrap());
        }

        foreach (string heading in numbers)
        {
            table.AddColumn(heading, static column => column.RightAligned());
        }

        return table;
    }
}
