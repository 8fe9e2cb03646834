using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Quick;
using LossGen.Benchmarks.Workloads;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace LossGen.Benchmarks.Reports;

/// <summary>
/// What each contender achieves of what the machine can: operations per second against operations per byte. Left of the ridge
/// memory is the limit, right of it arithmetic; points above the slope stayed in a cache.
/// </summary>
internal static class RooflinePlot
{
    private const int Width = 1400;
    private const int Height = 900;
    private const double LeastRate = 0.15;
    private const double GreatestRate = 400;
    private const int Heights = 3;
    private const double Faint = 0.3;

    // From the lowest intensity to the highest.
    private static readonly double[] intensities = [0.2, 0.5, 1, 2, 5, 10];

    public static void Save(QuickReport report, string path)
    {
        using var plot = new Plot();
        plot.Title("Roofline: float ForwardBackward, one thread; solid where no cache holds the tensors, faint where one does");
        plot.XLabel("operations per byte that must move (an exponential is 12, a logarithm 14)");
        plot.YLabel("10⁹ operations per second");
        AddRoof(plot, report.Bandwidth.NonTemporal, report.Peak.Operations, "copying past the caches", LinePattern.Solid);
        AddRoof(plot, report.Bandwidth.Plain, report.Peak.Operations, "copying", LinePattern.Dashed);
        Row[] rows = [.. report.Rows.Where(static row => row.IsTraining && row.Workload.Threads == 1 && !row.Workload.IsBoundByCall)];
        for (int i = ContenderCatalog.All.Count - 1; i >= 0; i--)
        {
            AddPoints(plot, rows.Where(static row => !row.Workload.IsBoundByMemory), i, Faint);
            AddPoints(plot, rows.Where(static row => row.Workload.IsBoundByMemory), i, 1);
        }

        AddNames(plot, rows);
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. intensities.Select(Math.Log10)], [.. intensities.Select(static intensity => $"{intensity}")]);
        PlotStyle.MakeLogarithmic(plot.Axes.Left);
        plot.Axes.SetLimits(Math.Log10(intensities[0]), Math.Log10(intensities[^1]), Math.Log10(LeastRate), Math.Log10(GreatestRate));
        AddLegend(plot);
        plot.SavePng(path, Width, Height);
    }

    private static void AddRoof(Plot plot, double bandwidth, double peak, string name, LinePattern pattern)
    {
        double ridge = Math.Min(peak / bandwidth, intensities[^1]);
        double[] corners = [intensities[0], ridge, intensities[^1]];
        ScottPlot.Plottables.Scatter roof = plot.Add.ScatterLine(
            corners.Select(Math.Log10).ToArray(),
            [.. corners.Select(intensity => Math.Log10(Math.Min(intensity * bandwidth, peak)))],
            Colors.Black);
        roof.LinePattern = pattern;
        roof.LineWidth = 2;
        roof.LegendText = FormattableString.Invariant($"{name}, {bandwidth:F1} GB/s");
    }

    private static void AddPoints(Plot plot, IEnumerable<Row> rows, int contender, double opacity)
    {
        (Row Row, Timing Timing)[] measured =
            [.. from row in rows let timing = row.Of(ContenderCatalog.All[contender]) where timing is not null select (row, timing)];
        ScottPlot.Plottables.Scatter points = plot.Add.ScatterPoints(
            measured.Select(static point => Intensity(point.Row)).ToArray(),
            [.. measured.Select(static point => Rate(point.Row, point.Timing))],
            PlotStyle.ColorOf(contender).WithAlpha(opacity));
        points.MarkerShape = PlotStyle.ShapeOf(contender);
        points.MarkerSize = contender == 0 ? 11 : 8;
    }

    // Below the points of each loss, at several heights, as neighbours are close together.
    private static void AddNames(Plot plot, Row[] rows)
    {
        int place = 0;
        foreach (IGrouping<LossFamily, Row> loss in rows.GroupBy(static row => row.Workload.Loss).OrderBy(static loss => loss.Average(Intensity)))
        {
            double height = Math.Log10(LeastRate) + (0.04 + (place++ % Heights * 0.08));
            ScottPlot.Plottables.Text name = plot.Add.Text(loss.Key.Name(), loss.Average(Intensity), height);
            name.LabelAlignment = Alignment.LowerCenter;
            name.LabelFontSize = 13;
            name.LabelBackgroundColor = Colors.White;
        }
    }

    private static void AddLegend(Plot plot)
    {
        for (int i = 0; i < ContenderCatalog.All.Count; i++)
        {
            plot.Legend.ManualItems.Add(new LegendItem
            {
                LabelText = ContenderCatalog.All[i].Name,
                MarkerShape = PlotStyle.ShapeOf(i),
                MarkerColor = PlotStyle.ColorOf(i),
                MarkerSize = 9,
            });
        }

        plot.ShowLegend(Edge.Right);
    }

    private static double Intensity(Row row) => Math.Log10((double)row.Workload.Operations() / row.Workload.Bytes);

    private static double Rate(Row row, Timing timing) => Math.Log10(row.Workload.Operations() / timing.Median);
}
