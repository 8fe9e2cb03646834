using Digits;
using ScottPlot;
using ScottPlot.Plottables;

namespace Boosting.Output;

/// <summary>Draws the training and test loss of each run by the number of trees, on a logarithmic axis.</summary>
public static class LossCurve
{
    // Distinguishable with any colour vision.
    private static readonly (string Name, Color Color)[] s_colors =
    [
        ("blue", Color.FromHex("#0072B2")),
        ("orange", Color.FromHex("#D55E00")),
        ("green", Color.FromHex("#009E73")),
        ("pink", Color.FromHex("#CC79A7")),
        ("sky blue", Color.FromHex("#56B4E9")),
        ("amber", Color.FromHex("#E69F00")),
        ("black", Color.FromHex("#000000")),
        ("yellow", Color.FromHex("#F0E442")),
    ];

    /// <summary>Which run is drawn in which colour.</summary>
    public static string Colors(IReadOnlyList<BoostingRun> runs) => string.Join(", ", runs.Zip(s_colors, static (run, color) => $"{run} in {color.Name}"));

    /// <summary>Writes the curves as a PNG image.</summary>
    public static void Save(IReadOnlyList<BoostingRun> runs, string path)
    {
        using var plot = new Plot { ScaleFactor = 2 };
        foreach ((BoostingRun run, (_, Color color)) in runs.Zip(s_colors))
        {
            AddLine(plot, run, "training", color, LinePattern.Dashed, static result => result.TrainLoss);
            AddLine(plot, run, "test", color, LinePattern.Solid, static result => result.TestLoss);
        }

        plot.Title("Boosting with generated derivatives");
        plot.XLabel("trees");
        plot.YLabel("mean loss, % of that before the first tree");
        plot.Axes.Bottom.TickGenerator = CurveStyle.WholeTicks();
        plot.Axes.Left.TickGenerator = CurveStyle.LogarithmicTicks();
        CurveStyle.SetText(plot);
        plot.SavePng(path, 1600, 1000);
    }

    // The losses have different units: each is drawn as a share of its start.
    private static void AddLine(Plot plot, BoostingRun run, string rows, Color color, LinePattern pattern, Func<RoundResult, double> loss)
    {
        double start = loss(run.Rounds[0]);
        Scatter line = plot.Add.Scatter(
            run.Rounds.Select(static result => (double)result.Round).ToArray(),
            run.Rounds.Select(result => Math.Log10(100 * loss(result) / start)).ToArray());
        line.LegendText = $"{run}, {rows}";
        line.Color = color;
        line.LinePattern = pattern;
        line.LineWidth = 2;
        line.MarkerSize = 0;
    }
}
