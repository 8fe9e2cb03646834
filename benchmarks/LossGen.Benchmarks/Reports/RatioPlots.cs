using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Custom;
using LossGen.Benchmarks.Quick;
using ScottPlot;

namespace LossGen.Benchmarks.Reports;

/// <summary>The plots of a report's ratios.</summary>
public static class RatioPlots
{
    private static readonly IContender[] loops = [ContenderCatalog.Torch, .. ContenderCatalog.NativeLoops];
    private static readonly IContender[] peers = [.. loops, .. ContenderCatalog.NativeByHand];

    /// <summary>PyTorch and C++, on the rows that training computes.</summary>
    public static void SaveTraining(IReadOnlyList<Row> rows, string path)
    {
        Row[] training = [.. rows.Where(static row => row.IsTraining)];
        RatioPlot.Save(
            "How many times as fast LossGen is (float ForwardBackward)",
            [.. training.Select(static row => row.Workload.ToString().Replace(" float ForwardBackward", "", StringComparison.Ordinal))],
            [.. peers.Select(peer => new RatioSeries(peer.Name, ColorOf(peer), [.. training.Select(row => row.Ratio(peer))]))],
            path);
    }

    /// <summary>PyTorch and the user's own method, on custom losses.</summary>
    public static void SaveCustom(IReadOnlyList<ElementwiseRow> rows, string path) => RatioPlot.Save(
        "How many times as fast custom losses are (64Ki floats)",
        [.. rows.Select(static row => row.Loss.Name)],
        [
            new RatioSeries($"{ContenderCatalog.Torch.Name} (ForwardBackward)", ColorOf(ContenderCatalog.Torch), [.. rows.Select(static row => row.Ratio(ContenderCatalog.Torch))]),
            new RatioSeries("the user's method in a loop (Forward)", ColorOf(ContenderCatalog.Reference), [.. rows.Select(static row => (double?)row.TimesLoop)]),
        ],
        path);

    /// <summary>PyTorch and C++, on custom losses along an axis.</summary>
    public static void SaveAlongAxis(IReadOnlyList<CustomRow> rows, string path) => RatioPlot.Save(
        "How many times as fast custom losses along an axis are (float ForwardBackward)",
        [.. rows.Select(static row => $"{row.Loss.Name} {row.Loss.Shape}")],
        [.. loops.Select(peer => new RatioSeries(peer.Name, ColorOf(peer), [.. rows.Select(row => row.Ratio(peer))]))],
        path);

    private static Color ColorOf(IContender contender) => PlotStyle.ColorOf(ContenderCatalog.All.TakeWhile(other => other != contender).Count());
}
