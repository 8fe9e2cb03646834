using Spectre.Console;

namespace LossGen.Benchmarks.Reports;

/// <summary>Draws a report on the console.</summary>
public static class ConsoleTable
{
    // Enough for every row in one line; assumed where the output goes to a file, which has no width.
    private const int Width = 110;

    public static void Write(QuickReport report)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = Width;
        }

        foreach ((string name, string value) in report.Facts)
        {
            AnsiConsole.WriteLine($"{name}: {value}");
        }

        Table table = new Table().Border(TableBorder.Rounded);
        for (int i = 0; i < QuickReport.Headings.Count; i++)
        {
            bool isName = i < QuickReport.NameColumns;
            table.AddColumn(QuickReport.Headings[i], column => column.Alignment(isName ? Justify.Left : Justify.Right).NoWrap());
        }

        foreach (IReadOnlyList<IReadOnlyList<string>> group in report.Groups)
        {
            for (int i = 0; i < group.Count; i++)
            {
                // The workload is named once.
                table.AddRow([.. group[i].Select((cell, column) => Markup.Escape(i > 0 && column == 0 ? "" : cell))]);
            }
        }

        AnsiConsole.Write(table);
    }
}
