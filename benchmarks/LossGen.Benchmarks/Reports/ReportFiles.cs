namespace LossGen.Benchmarks.Reports;

/// <summary>Writes a report to a folder.</summary>
internal static class ReportFiles
{
    public const string Roofline = "roofline.png";
    public const string Ratios = "ratios.png";
    public const string Custom = "custom.png";
    public const string AlongAxis = "axis.png";

    /// <returns>The paths of the files.</returns>
    public static IReadOnlyList<string> Write(QuickReport report, DirectoryInfo folder)
    {
        string table = Path.Combine(folder.FullName, report.IsOfModules ? "torchsharp.md" : "losses.md");
        string roofline = Path.Combine(folder.FullName, Roofline);
        string ratios = Path.Combine(folder.FullName, Ratios);
        string custom = Path.Combine(folder.FullName, Custom);
        string alongAxis = Path.Combine(folder.FullName, AlongAxis);
        using (StreamWriter writer = File.CreateText(table))
        {
            MarkdownTable.Write(report, writer);
        }

        List<string> files = [table];
        if (report.Rows.Count > 0)
        {
            RooflinePlot.Save(report, roofline);
            RatioPlots.SaveTraining(report.Rows, ratios);
            files.AddRange([roofline, ratios]);
        }

        if (report.Custom.Count > 0)
        {
            RatioPlots.SaveCustom(report.Custom, custom);
            files.Add(custom);
        }

        if (report.AlongAxis.Count > 0)
        {
            RatioPlots.SaveAlongAxis(report.AlongAxis, alongAxis);
            files.Add(alongAxis);
        }

        return files;
    }
}
