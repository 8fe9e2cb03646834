using LossGen.Benchmarks.Quick;
using static System.FormattableString;

namespace LossGen.Benchmarks.Reports;

/// <summary>The summary of all rows.</summary>
public static class SummaryTables
{
    public static TextTable Summary(IReadOnlyList<Row> rows) => new(
        "LossGen against each, over all rows of float ForwardBackward",
        "How many times as fast as each peer LossGen is over the rows that the peer has: the geometric mean, the number of rows in which it is at least as fast, and its worst row.",
        ["Peer", "threads", "rows", "geometric mean", "at least as fast", "minimum", "where"],
        [
            .. PeerSummary.Of(rows).Select(static summary => (string[])[
                summary.Peer,
                Invariant($"{summary.Threads}"),
                Invariant($"{summary.Rows}"),
                Target.Times(summary.GeometricMean),
                Invariant($"{summary.Wins} of {summary.Rows}"),
                Target.Times(summary.Worst.Ratio),
                summary.Worst.Workload]),
        ]);

    /// <summary>The targets, and the rows that miss them.</summary>
    public static IEnumerable<TextTable> Targets(IReadOnlyList<Target> targets)
    {
        yield return new TextTable(
            "Targets",
            "What LossGen is meant to achieve, and what it achieved in this run. The copy is timed in the same rounds, on the same number of threads; so are one thread and two.",
            ["Target", "measured", "result"],
            [.. targets.Select(static target => (string[])[target.Claim, target.Measured, target.IsMet ? "met" : "missed"])]);
        yield return new TextTable(
            "Rows that miss a target",
            "The worst row of each target first.",
            ["Workload", "measured", "target"],
            [.. from target in targets from miss in target.Misses select (string[])[miss.Workload, miss.Measured, target.Claim]]);
    }
}
