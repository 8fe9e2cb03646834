using ScottPlot;
using ScottPlot.Plottables;

namespace Digits;

/// <summary>Draws the losses over the epochs, on a logarithmic axis, and the accuracy on a separate axis.</summary>
public static class LossCurve
{
    // Distinguishable with any colour vision.
    private static readonly Color s_blue = Color.FromHex("#0072B2");
    private static readonly Color s_orange = Color.FromHex("#D55E00");
    private static readonly Color s_green = Color.FromHex("#009E73");

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
        plot.Axes.Bottom.TickGenerator = CurveStyle.WholeTicks();
        right.TickGenerator = CurveStyle.WholeTicks();
        plot.Axes.Left.TickGenerator = CurveStyle.LogarithmicTicks();
        CurveStyle.SetText(plot);
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
}
