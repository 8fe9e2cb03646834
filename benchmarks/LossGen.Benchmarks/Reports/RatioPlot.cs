using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace LossGen.Benchmarks.Reports;

/// <summary>How many times as fast as others LossGen is, by row.</summary>
public static class RatioPlot
{
    private const int Width = 1300;
    private const int HeightOfRow = 44;
    private const int HeightOfRest = 130;
    private const double BarsOfRow = 0.84;

    /// <param name="title">What is compared.</param>
    /// <param name="names">One per row, from the top.</param>
    /// <param name="series">How many times as fast as each peer.</param>
    /// <param name="path">The path of the image.</param>
    public static void Save(string title, IReadOnlyList<string> names, IReadOnlyList<RatioSeries> series, string path)
    {
        using var plot = new Plot();
        for (int i = 0; i < series.Count; i++)
        {
            AddBars(plot, series[i], BarsOfRow / series.Count, ((series.Count - 1) / 2.0) - i);
        }

        plot.Add.VerticalLine(0, 2, Colors.Black);
        plot.Title(title);
        plot.Axes.Left.TickGenerator = new NumericManual([.. names.Select((_, row) => (double)-row)], [.. names]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        PlotStyle.MakeLogarithmic(plot.Axes.Bottom, "x");
        plot.Axes.SetLimitsY(0.3 - names.Count, 0.7);
        AddSpaceForLabels(plot);
        plot.HideGrid();
        plot.ShowLegend(Alignment.UpperRight);
        plot.SavePng(path, Width, HeightOfRest + (HeightOfRow * names.Count));
    }

    private static void AddSpaceForLabels(Plot plot)
    {
        AxisLimits limits = plot.Axes.GetLimits();
        double space = limits.HorizontalSpan / 16;
        plot.Axes.SetLimitsX(limits.Left - space, limits.Right + space);
    }

    // The bars of a row begin at its top, and the rows at the top of the plot.
    private static void AddBars(Plot plot, RatioSeries series, double size, double place)
    {
        var bars = new List<Bar>();
        for (int row = 0; row < series.Ratios.Count; row++)
        {
            if (series.Ratios[row] is double ratio)
            {
                bars.Add(new Bar
                {
                    Position = (size * place) - row,
                    Size = size,
                    Value = Math.Log10(ratio),
                    FillColor = series.Color,
                    LineWidth = 0,
                    Label = ratio.ToString(ratio < 10 ? "F2" : "F0", CultureInfo.InvariantCulture),
                });
            }
        }

        if (bars.Count > 0)
        {
            ScottPlot.Plottables.BarPlot plotted = plot.Add.Bars(bars);
            plotted.Horizontal = true;
            plotted.LegendText = $"as {series.Peer}";
            plotted.ValueLabelStyle.FontSize = 11;
        }
    }
}
