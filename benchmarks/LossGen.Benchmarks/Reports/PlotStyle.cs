using ScottPlot;
using ScottPlot.TickGenerators;

namespace LossGen.Benchmarks.Reports;

/// <summary>The common style of the plots.</summary>
public static class PlotStyle
{
    // Distinguishable with red-green colour blindness too.
    private static readonly Color[] colors =
    [
        Color.FromHex("#0072B2"), Color.FromHex("#D55E00"), Color.FromHex("#009E73"), Color.FromHex("#CC79A7"), Color.FromHex("#E69F00"), Color.FromHex("#56B4E9"), Color.FromHex("#999999"),
        Color.FromHex("#000000"),
    ];

    private static readonly MarkerShape[] shapes =
    [
        MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledTriangleDown, MarkerShape.FilledDiamond, MarkerShape.OpenSquare, MarkerShape.OpenTriangleUp,
        MarkerShape.OpenCircle,
    ];

    /// <summary>That of a contender, by its index in the catalog.</summary>
    public static Color ColorOf(int contender) => colors[contender % colors.Length];

    /// <summary>That of a contender, by its index in the catalog.</summary>
    public static MarkerShape ShapeOf(int contender) => shapes[contender % shapes.Length];

    /// <summary>A logarithmic axis: coordinates are log₁₀ of what its ticks say.</summary>
    public static void MakeLogarithmic(IAxis axis, string suffix = "") => axis.TickGenerator = new NumericAutomatic
    {
        MinorTickGenerator = new LogMinorTickGenerator(),
        IntegerTicksOnly = true,
        LabelFormatter = exponent => FormattableString.Invariant($"{Math.Pow(10, exponent):G4}{suffix}"),
    };
}
