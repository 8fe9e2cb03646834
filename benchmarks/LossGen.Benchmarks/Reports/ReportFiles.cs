namespace LossGen.Benchmarks.Reports;

/// <summary>Writes a report to a folder.</summary>
public static class ReportFiles
{
    /// <returns>The paths of the files.</returns>
    public static IReadOnlyList<string> Write(QuickReport report, DirectoryInfo folder)
    {
        string table = Path.Combine(folder.FullName, "losses.md");
        string roofline = Path.Combine(folder.FullName, "roofline.png");
        string ratios = Path.Combine(folder.FullName, "ratios.png");
        using (StreamWriter writer = File.CreateText(table))
        {
            MarkdownTable.Write(report, writer);
        }

        RooflinePlot.Save(report, roofline);
        RatioPlot.Save(report, ratios);
        return [table, roofline, ratios];
    }
}
