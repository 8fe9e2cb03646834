namespace LossGen.Benchmarks.Reports;

/// <summary>Writes a report as Markdown.</summary>
public static class MarkdownTable
{
    public static void Write(QuickReport report, TextWriter writer)
    {
        // The same bytes on every system.
        writer.NewLine = "\n";
        foreach ((string name, string value) in report.Facts)
        {
            writer.WriteLine($"- {name}: {value}");
        }

        writer.WriteLine();
        writer.WriteLine(Line(QuickReport.Headings));
        writer.WriteLine(Line(QuickReport.Headings.Select(static (_, column) => column < QuickReport.NameColumns ? "---" : "---:")));
        foreach (IReadOnlyList<string> row in report.Groups.SelectMany(static group => group))
        {
            writer.WriteLine(Line(row));
        }
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
