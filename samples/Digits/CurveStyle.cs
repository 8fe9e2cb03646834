using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace Digits;

/// <summary>What the curves of the samples have in common.</summary>
public static class CurveStyle
{
    // Plain fonts of the usual systems. If none is installed, ScottPlot chooses.
    private static readonly string[] s_fonts = ["Segoe UI", "Helvetica Neue", "DejaVu Sans", "Liberation Sans", "Noto Sans", "Arial"];

    /// <summary>Whether any font is installed. A bare machine may have none; curves are then drawn without text.</summary>
    public static bool HasFont => SKTypeface.Default.GlyphCount > 0;

    /// <summary>Sets the font, and puts the legend below the data, wherever the curves are; without a font there is no legend.</summary>
    public static void SetText(Plot plot)
    {
        if (s_fonts.Intersect(SKFontManager.Default.FontFamilies).FirstOrDefault() is { } font)
        {
            plot.Font.Set(font);
        }

        if (HasFont)
        {
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
    }

    /// <summary>Ticks at whole numbers.</summary>
    public static NumericAutomatic WholeTicks() =>
        new() { IntegerTicksOnly = true, MinorTickGenerator = new EvenlySpacedMinorTickGenerator(1) };

    /// <summary>Ticks at 1, 2 and 5 of each decade, for numbers plotted by their logarithms.</summary>
    public static NumericManual LogarithmicTicks()
    {
        var ticks = new NumericManual();
        for (int decade = -8; decade <= 3; decade++)
        {
            foreach (int step in (int[])[1, 2, 5])
            {
                double value = step * Math.Pow(10, decade);
                ticks.AddMajor(Math.Log10(value), value < 1e-4 ? $"{value:G1}" : $"{value:0.####}");
            }
        }

        return ticks;
    }
}
