using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace Digits;

/// <summary>Draws the losses over the epochs, on a logarithmic axis, and the accuracy on a separate axis.</summary>
public static class LossCurve
{
    // Distinguishable with any colour vision.
    private static readonly Color s_blue = Color.FromHex("#0072B2");
    private static readonly Color s_orange = Color.FromHex("#D55E00");
    private static readonly Color s_green = Color.FromHex("#009E73");

    // Plain fonts of the usual systems. If none is installed, ScottPlot chooses.
    private static readonly string[] s_fonts = ["Segoe UI", "Helvetica Neue", "DejaVu Sans", "Liberation Sans", "Noto Sans", "Arial"];

    /// <summary>Whether any font is installed. A bare machine may have none; the curve is then drawn without text.</summary>
    public static bool HasFont => SKTypeface.Default.GlyphCount > 0;

    /// <summary>Writes the curve as a PNG image.</summary>
    public static void Save(IReadOnlyList<EpochResult> results, string path)
    {
        using var plot = new Plot { ScaleFactor = 2 };
        AddLine(plot, results, "train loss, shifted images", s_blue, static result => Math.Log10(result.TrainLoss));
        AddLine(plot, results, "test loss", s_orange, static result => Math.Log10(result.TestLoss));
        Scatter accuracy = AddLine(plot, results, "test accuracy", s_green, static result => result.Accuracy * 100);

        IYAxis right = plot.Axes.Right;
        accuracy.Axes.YAxis = right;
        plot.Axes.SetLimitsY(Math.Floor(results.Min(static result => result.Accuracy) * 20) * 5, 100.5, right);

        plot.Title("Reading handwritten digits");
        plot.XLabel("epoch");
        plot.YLabel("mean softmax loss");
        right.Label.Text = "test accuracy, %";
        right.Label.ForeColor = s_green;
        right.TickLabelStyle.ForeColor = s_green;
        plot.Axes.Bottom.TickGenerator = WholeTicks();
        right.TickGenerator = WholeTicks();
        plot.Axes.Left.TickGenerator = LogarithmicTicks();
        if (s_fonts.Intersect(SKFontManager.Default.FontFamilies).FirstOrDefault() is { } font)
        {
            plot.Font.Set(font);
        }

        if (HasFont)
        {
            // Outside the data, wherever the curves are.
            plot.Legend.Orientation = Orientation.Horizontal;
            plot.Legend.TightHorizontalWrapping = true;
            plot.Legend.ShadowColor = Colors.Transparent;
            plot.Legend.OutlineColor = Colors.Transparent;
            plot.ShowLegend(Edge.Bottom);
        }
        else
        {
            plot.HideLegend();
        }

        plot.SavePng(path, 1600, 1000);
    }

    private static Scatter AddLine(
        Plot plot,
        IReadOnlyList<EpochResult> results,
        string name,
        Color color,
        Func<EpochResult, double> value)
    {
        Scatter line = plot.Add.Scatter(results.Select(static result => (double)result.Epoch).ToArray(), results.Select(value).ToArray());
        line.LegendText = name;
        line.Color = color;
        line.LineWidth = 2;
        line.MarkerSize = results.Count <= 60 ? 5 : 0;
        return line;
    }

    private static NumericAutomatic WholeTicks() =>
        new() { IntegerTicksOnly = true, MinorTickGenerator = new EvenlySpacedMinorTickGenerator(1) };

    /// <summary>Ticks at 1, 2 and 5 of each decade, for numbers plotted by their logarithms.</summary>
    private static NumericManual LogarithmicTicks()
    {
        var ticks = new NumericManual();
        for (int decade = -8; decade <= 1; decade++)
        {
            foreach (int step in (int[])[1, 2, 5])
            {
                double value = step * Math.Pow(10, decade);
                ticks.AddMajor(Math.Log10(value), $"{value:G1}");
            }
        }

        return ticks;
    }
}
