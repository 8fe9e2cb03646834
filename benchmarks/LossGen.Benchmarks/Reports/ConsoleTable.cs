using Spectre.Console;

namespace LossGen.Benchmarks.Reports;

/// <summary>Draws a report on the console.</summary>
internal static class ConsoleTable
{
    // Enough for every row in one line; assumed if the output goes to a file, which has no width.
    private const int Width = 190;

    public static void Write(QuickReport report)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = Width;
        }

        // The summary last, where readers look.
        foreach (TextTable table in report.Tables.Reverse())
        {
            Write(table);
        }

        foreach ((string name, string value) in report.Facts)
        {
            AnsiConsole.WriteLine($"{name}: {value}");
        }
    }

    private static void Write(TextTable text)
    {
        Table table = new Table().Border(TableBorder.Rounded).Title(Markup.Escape(text.Title));
        for (int i = 0; i < text.Headings.Count; i++)
        {
            bool isName = i == 0;
            table.AddColumn(Markup.Escape(text.Headings[i]), column =>
            {
                column.Alignment = isName ? Justify.Left : Justify.Right;
                column.NoWrap = isName;
            });
        }

        foreach (IReadOnlyList<string> row in text.Rows)
        {
            table.AddRow([.. row.Select(static cell => Markup.Escape(cell))]);
        }

        AnsiConsole.Write(table);
    }
}
