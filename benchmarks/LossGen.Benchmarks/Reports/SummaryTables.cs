using LossGen.Benchmarks.Custom;
using LossGen.Benchmarks.Quick;
using static System.FormattableString;

namespace LossGen.Benchmarks.Reports;

/// <summary>The summary of all rows.</summary>
public static class SummaryTables
{
    public static TextTable Summary(IReadOnlyList<Row> rows) => Summary("all rows of float ForwardBackward", PeerSummary.Of(rows));

    public static TextTable AlongAxis(IReadOnlyList<CustomRow> rows) => Summary("custom losses along an axis", PeerSummary.Of(rows));

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

    private static TextTable Summary(string rows, IEnumerable<PeerSummary> summaries) => new(
        $"LossGen against each, over {rows}",
        "How many times as fast as each peer LossGen is over the rows that the peer has: the geometric mean, the number of rows in which it is at least as fast, and its worst row.",
        ["Peer", "threads", "rows", "geometric mean", "at least as fast", "minimum", "where"],
        [
            .. summaries.Select(static summary => (string[])[
                summary.Peer,
                Invariant($"{summary.Threads}"),
                Invariant($"{summary.Rows}"),
                Target.Times(summary.GeometricMean),
                Invariant($"{summary.Wins} of {summary.Rows}"),
                Target.Times(summary.Worst.Ratio),
                summary.Worst.Workload]),
        ]);
}
