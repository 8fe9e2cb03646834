using Digits;
using ScottPlot;
using ScottPlot.Plottables;

namespace TorchDigits.Output;

/// <summary>Draws the training loss with each way to compute it, on a logarithmic axis. The curves should lie on each other, so the first are wide, and the last are dashed or dotted.</summary>
public static class LossCurve
{
    // Distinguishable with any colour vision.
    private static readonly (string Name, Color Color, float Width, LinePattern Pattern)[] s_styles =
    [
        ("blue", Color.FromHex("#0072B2"), 6, LinePattern.Solid),
        ("orange", Color.FromHex("#E69F00"), 3, LinePattern.Dashed),
        ("black", Color.FromHex("#000000"), 2, LinePattern.Dotted),
    ];

    /// <summary>Which loss is drawn in which colour.</summary>
    public static string Colors(TrainingRun run) => string.Join(", ", run.Trainers.Zip(s_styles, static (trainer, style) => $"{trainer.Kind.Name} in {style.Name}"));

    /// <summary>Writes the curves as a PNG image.</summary>
    public static void Save(TrainingRun run, string path)
    {
        using var plot = new Plot { ScaleFactor = 2 };
        for (int i = 0; i < run.Trainers.Count; i++)
        {
            IReadOnlyList<EpochResult> results = run.Results[i];
            Scatter line = plot.Add.Scatter(
                results.Select(static result => (double)result.Epoch).ToArray(), results.Select(static result => Math.Log10(result.TrainLoss)).ToArray());
            (_, line.Color, line.LineWidth, line.LinePattern) = s_styles[i];
            line.LegendText = run.Trainers[i].Kind.Name;
            line.MarkerSize = results.Count == 1 ? 8 : 0;
        }

        plot.Title("One network, one seed, three ways to compute its loss");
        plot.XLabel("epoch");
        plot.YLabel("mean training loss");
        plot.Axes.Bottom.TickGenerator = CurveStyle.WholeTicks();
        plot.Axes.Left.TickGenerator = CurveStyle.LogarithmicTicks();
        CurveStyle.SetText(plot);
        plot.SavePng(path, 1600, 1000);
    }
}
