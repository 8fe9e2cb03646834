namespace LossGen.Benchmarks.Reports;

/// <summary>Writes a report to a folder.</summary>
public static class ReportFiles
{
    private const string Table = "losses.md";

    /// <returns>The paths of the files.</returns>
    public static IReadOnlyList<string> Write(QuickReport report, DirectoryInfo folder)
    {
        string table = Path.Combine(folder.FullName, Table);
        using (StreamWriter writer = File.CreateText(table))
        {
            MarkdownTable.Write(report, writer);
        }

        return [table];
    }
}
