using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Quick;
using static System.FormattableString;

namespace LossGen.Benchmarks.Reports;

/// <summary>The rows themselves.</summary>
public static class RowTables
{
    /// <summary>Shown in place of the result of an absent contender.</summary>
    public const string Absent = "absent";

    /// <summary>Shown where there is no result.</summary>
    public const string Nothing = "–";

    private static IEnumerable<string> Names => ContenderCatalog.All.Select(static contender => contender.Name);

    public static TextTable TwoThreads(IReadOnlyList<Row> rows) => new(
        "Two threads: ns per element",
        "The same loss with `Parallelism = LossParallelism.Auto` compared with one without, in the same rounds; PyTorch has two threads as well. The GB/s are LossGen's on two "
        + "threads, and where memory is the limit, as a part of those of a copy past the caches on two threads.",
        ["Workload", "one thread", "two threads", "gain", "PyTorch on two", "LossGen is", "GB/s"],
        [.. rows.Where(static row => row.Workload.Threads > 1).Select(TwoThreads)]);

    public static TextTable Memory(IReadOnlyList<Row> rows) => new(
        "Bound by memory: GB/s",
        "Tensors that no cache holds, on one thread: the bandwidth, and in brackets as a part of that of a copy past the caches in the same rounds. Only what must move is counted: "
        + "each input that the pass needs once, and the gradient once. Loops whose stores do not go past the caches read the gradient's memory too before they write it.",
        ["Workload", .. Names],
        [
            .. OnOneThread(rows).Where(static row => row.Workload.IsBoundByMemory).Select(static row => Cells(row, timing =>
                Invariant($"{row.Bandwidth(timing):F1} ({row.PartOfCopying(timing):P0})"))),
        ]);

    public static TextTable Calls(IReadOnlyList<Row> rows) => new(
        "Bound by the call: ns per call",
        "So little to compute that the checks and the call itself matter.",
        ["Workload", .. Names],
        [.. OnOneThread(rows).Where(static row => row.Workload.IsBoundByCall).Select(static row => Cells(row, static timing => Invariant($"{timing.Median:F1}")))]);

    public static TextTable All(IReadOnlyList<Row> rows) => new(
        "All rows on one thread: ns per element",
        "In brackets how many times as fast LossGen is; GB/s are LossGen's. PyTorch has no backward without a forward, so its Backward is its ForwardBackward; its allocations "
        + $"in between are part of its time, the inputs are not. {Nothing}: it has no such loss, or not without strides or gathers, or is the same as the column before it.",
        ["Workload", "GB/s", .. Names],
        [
            .. OnOneThread(rows).Select(static row =>
            {
                IReadOnlyList<string> cells = Cells(row, timing => Invariant($"{row.NanosecondsPerElement(timing):F3}{Ratio(row, timing)}"));
                return (string[])[cells[0], Invariant($"{row.Bandwidth(row.Subject):F1}"), .. cells.Skip(1)];
            }),
        ]);

    private static IEnumerable<Row> OnOneThread(IReadOnlyList<Row> rows) => rows.Where(static row => row.Workload.Threads == 1);

    private static IReadOnlyList<string> TwoThreads(Row row) =>
    [
        row.Workload.ToString(),
        NanosecondsPerElement(row, ContenderCatalog.SubjectOnOneThread),
        NanosecondsPerElement(row, ContenderCatalog.Subject),
        Times(row.GainOfThreads),
        NanosecondsPerElement(row, ContenderCatalog.Torch),
        Times(row.Ratio(ContenderCatalog.Torch)),
        Invariant($"{row.Bandwidth(row.Subject):F1}") + (row.Workload.IsBoundByMemory ? Invariant($" ({row.PartOfCopying(row.Subject):P0})") : ""),
    ];

    private static string NanosecondsPerElement(Row row, IContender contender) => Cell(row, contender, timing => Invariant($"{row.NanosecondsPerElement(timing):F3}"));

    private static string Times(double? ratio) => ratio is null ? Nothing : Target.Times(ratio.Value);

    private static string Ratio(Row row, Timing timing) => ContenderCatalog.Peers.FirstOrDefault(peer => peer.Name == timing.Contender) is IContender peer
        ? $" ({Times(row.Ratio(peer))})"
        : "";

    private static IReadOnlyList<string> Cells(Row row, Func<Timing, string> text) =>
        [row.Workload.ToString(), .. ContenderCatalog.All.Select(contender => Cell(row, contender, text))];

    private static string Cell(Row row, IContender contender, Func<Timing, string> text) =>
        contender.Absence is not null ? Absent : row.Of(contender) is Timing timing ? text(timing) : Nothing;
}
