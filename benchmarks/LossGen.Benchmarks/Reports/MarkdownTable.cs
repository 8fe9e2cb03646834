namespace LossGen.Benchmarks.Reports;

/// <summary>Writes a report as Markdown, next to the plots that it shows.</summary>
internal static class MarkdownTable
{
    public static void Write(QuickReport report, TextWriter writer)
    {
        // The same bytes on every system.
        writer.NewLine = "\n";
        writer.WriteLine($"# {report.Title}");
        writer.WriteLine();
        writer.WriteLine(QuickReport.Introduction);
        writer.WriteLine();
        foreach ((string name, string value) in report.Facts)
        {
            writer.WriteLine($"- {name}: {value}");
        }

        foreach (TextTable table in report.Tables)
        {
            Write(table, writer);
        }

        if (report.Custom.Count > 0)
        {
            Write("Custom losses", "How many times as fast as PyTorch and as the user's own method LossGen is; to the left of 1 it is slower.", ReportFiles.Custom, writer);
        }

        if (report.AlongAxis.Count > 0)
        {
            Write("Custom losses along an axis", "How many times as fast as PyTorch and as C++ LossGen is; to the left of 1 it is slower.", ReportFiles.AlongAxis, writer);
        }

        if (report.Rows.Count > 0)
        {
            Write("Row by row", "How many times as fast as PyTorch and as C++ LossGen is; to the left of 1 it is slower.", ReportFiles.Ratios, writer);
            Write(
                "Roofline",
                "What each contender achieves of what the machine can: left of the ridge memory is the limit, right of it arithmetic. Points above the slope stayed in a cache.",
                ReportFiles.Roofline,
                writer);
        }
    }

    private static void Write(string title, string explanation, string image, TextWriter writer)
    {
        writer.WriteLine();
        writer.WriteLine($"## {title}");
        writer.WriteLine();
        writer.WriteLine(explanation);
        writer.WriteLine();
        writer.WriteLine($"![{title}]({image})");
    }

    private static void Write(TextTable table, TextWriter writer)
    {
        writer.WriteLine();
        writer.WriteLine($"## {table.Title}");
        writer.WriteLine();
        writer.WriteLine(table.Explanation);
        writer.WriteLine();
        writer.WriteLine(Line(table.Headings));
        writer.WriteLine(Line(table.Headings.Select(static (_, column) => column == 0 ? "---" : "---:")));
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            writer.WriteLine(Line(row));
        }
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
