namespace LossGen.Benchmarks.Reports;

/// <summary>Writes a report to a folder.</summary>
public static class ReportFiles
{
    public const string Roofline = "roofline.png";
    public const string Ratios = "ratios.png";

    /// <returns>The paths of the files.</returns>
    public static IReadOnlyList<string> Write(QuickReport report, DirectoryInfo folder)
    {
        string table = Path.Combine(folder.FullName, "losses.md");
        string roofline = Path.Combine(folder.FullName, Roofline);
        string ratios = Path.Combine(folder.FullName, Ratios);
        using (StreamWriter writer = File.CreateText(table))
        {
            MarkdownTable.Write(report, writer);
        }

        RooflinePlot.Save(report, roofline);
        RatioPlot.Save(report, ratios);
        return [table, roofline, ratios];
    }
}
