using System.Globalization;
using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Quick;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace LossGen.Benchmarks.Reports;

/// <summary>How many times as fast as PyTorch and as C++ LossGen is, row by row.</summary>
public static class RatioPlot
{
    private const int Width = 1300;
    private const int HeightOfRow = 44;
    private const int HeightOfRest = 130;
    private const double BarsOfRow = 0.84;

    private static readonly IContender[] peers = [ContenderCatalog.Torch, ContenderCatalog.NativeLoops, ContenderCatalog.NativeByHand];

    public static void Save(QuickReport report, string path)
    {
        using var plot = new Plot();
        Row[] rows = [.. report.Rows.Where(static row => row.IsTraining).Reverse()];
        for (int i = 0; i < peers.Length; i++)
        {
            AddBars(plot, rows, i);
        }

        plot.Add.VerticalLine(0, 2, Colors.Black);
        plot.Title("How many times as fast LossGen is (float ForwardBackward)");
        plot.Axes.Left.TickGenerator = new NumericManual(
            [.. rows.Select(static (_, at) => (double)at)],
            [.. rows.Select(static row => row.Workload.ToString().Replace(" float ForwardBackward", "", StringComparison.Ordinal))]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        PlotStyle.MakeLogarithmic(plot.Axes.Bottom, "x");
        plot.Axes.SetLimitsY(-0.7, rows.Length - 0.3);
        AddSpaceForLabels(plot);
        plot.HideGrid();
        plot.ShowLegend(Alignment.UpperRight);
        plot.SavePng(path, Width, HeightOfRest + (HeightOfRow * rows.Length));
    }

    private static void AddSpaceForLabels(Plot plot)
    {
        AxisLimits limits = plot.Axes.GetLimits();
        double space = limits.HorizontalSpan / 16;
        plot.Axes.SetLimitsX(limits.Left - space, limits.Right + space);
    }

    // Those of a row begin at its top.
    private static void AddBars(Plot plot, Row[] rows, int place)
    {
        IContender peer = peers[place];
        double size = BarsOfRow / peers.Length;
        Color color = PlotStyle.ColorOf(ContenderCatalog.All.TakeWhile(other => other != peer).Count());
        var bars = new List<Bar>();
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i].Ratio(peer) is double ratio)
            {
                bars.Add(new Bar
                {
                    Position = i + (size * (((peers.Length - 1) / 2.0) - place)),
                    Size = size,
                    Value = Math.Log10(ratio),
                    FillColor = color,
                    LineWidth = 0,
                    Label = ratio.ToString(ratio < 10 ? "F2" : "F0", CultureInfo.InvariantCulture),
                });
            }
        }

        if (bars.Count > 0)
        {
            ScottPlot.Plottables.BarPlot plotted = plot.Add.Bars(bars);
            plotted.Horizontal = true;
            plotted.LegendText = $"as {peer.Name}";
            plotted.ValueLabelStyle.FontSize = 11;
        }
    }
}
