using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Quick;
using static System.FormattableString;

namespace LossGen.Benchmarks.Reports;

/// <summary>What the quick mode found, as text; how it is drawn is up to its writers.</summary>
/// <param name="Rows">One a workload.</param>
/// <param name="Bandwidth">Of the same run.</param>
/// <param name="Peak">Of the same run.</param>
/// <param name="Labels">Of the same run.</param>
public sealed record QuickReport(IReadOnlyList<Row> Rows, CopyBandwidth Bandwidth, ArithmeticPeak Peak, LabelCheck Labels)
{
    private const string Unsupported = "–";
    private const string Absent = "absent";

    /// <summary>The names and values above the tables.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts =>
    [
        .. Machine.Facts,
        ("Copying", Invariant($"{Bandwidth.Plain:F1} GB/s, past the caches {Bandwidth.NonTemporal:F1} GB/s (read + written, {MemoryCopy.Megabytes} MB)")),
        ("Arithmetic", Invariant($"{Peak.Operations:F0} Gop/s (fused multiply-add of floats, 256 bits, one thread)")),
        ("Label check", Invariant($"{Labels.OfForward:P2} of Forward, {Labels.OfForwardBackward:P2} of ForwardBackward (softmax {LabelCheck.Samples}x{LabelCheck.Classes} float)")),
        .. from peer in ContenderCatalog.Peers
           let fact = peer.Absence is string absence ? $"absent: {absence}" : peer.Version
           where fact is not null
           select (peer.Name, fact),
    ];

    /// <summary>How to read the tables.</summary>
    public static IReadOnlyList<string> Legend { get; } =
    [
        "Medians over interleaved rounds. A ratio says how many times as fast LossGen is; it is the median of the ratios within each round.",
        "GB/s counts what must move: each input that the pass needs once, and the gradient once.",
        "All contenders compute the same value and gradient, which is checked against plain loops in float64 before they are timed.",
        "PyTorch has no backward without a forward, so its Backward is its ForwardBackward. What it allocates in between is part of its time; the inputs are not.",
        $"{Unsupported}: it has no such loss, or not without strides or gathers.",
    ];

    /// <summary>The most important one first.</summary>
    public IEnumerable<TextTable> Tables => ((TextTable[])[Summary, Memory, Calls, All]).Where(static table => table.Rows.Count > 0);

    private TextTable Summary => new(
        "LossGen against each, over all rows of float ForwardBackward",
        ["Peer", "threads", "rows", "geometric mean", "at least as fast", "minimum", "where"],
        [
            .. PeerSummary.Of(Rows).Select(static summary => (string[])[
                summary.Peer,
                Invariant($"{summary.Threads}"),
                Invariant($"{summary.Rows}"),
                Invariant($"{summary.GeometricMean:F2}x"),
                Invariant($"{summary.Wins} of {summary.Rows}"),
                Invariant($"{summary.Worst.Ratio:F2}x"),
                summary.Worst.Workload]),
        ]);

    private TextTable Memory => new(
        "Bound by memory: GB/s, and as a part of copying past the caches in the same rounds",
        ["Workload", .. ContenderCatalog.All.Select(static contender => contender.Name)],
        [
            .. Rows.Where(static row => row.Workload.IsBoundByMemory).Select(static row => Cells(row, timing =>
                Invariant($"{row.Bandwidth(timing):F1} ({row.PartOfCopying(timing):P0})"))),
        ]);

    private TextTable Calls => new(
        "Bound by the call: ns a call",
        ["Workload", .. ContenderCatalog.All.Select(static contender => contender.Name)],
        [.. Rows.Where(static row => row.Workload.IsBoundByCall).Select(row => Cells(row, static timing => Invariant($"{timing.Median:F1}")))]);

    private TextTable All => new(
        "All rows: ns an element (and how many times as fast LossGen is)",
        ["Workload", "GB/s", .. ContenderCatalog.All.Select(static contender => contender.Name)],
        [
            .. Rows.Select(static row =>
            {
                IReadOnlyList<string> cells = Cells(row, timing => Invariant($"{row.NanosecondsPerElement(timing):F3}{Ratio(row, timing)}"));
                return (string[])[cells[0], Invariant($"{row.Bandwidth(row.Subject):F1}"), .. cells.Skip(1)];
            }),
        ]);

    private static string Ratio(Row row, Timing timing) => ContenderCatalog.Peers.FirstOrDefault(peer => peer.Name == timing.Contender) is IContender peer
        ? Invariant($" ({row.Ratio(peer):F2}x)")
        : "";

    private static IReadOnlyList<string> Cells(Row row, Func<Timing, string> text) =>
    [
        row.Workload.ToString(),
        .. ContenderCatalog.All.Select(contender =>
            contender.Absence is not null ? Absent : row.Of(contender) is Timing timing ? text(timing) : Unsupported),
    ];
}
