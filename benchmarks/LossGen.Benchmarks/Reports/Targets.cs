using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Quick;
using LossGen.Benchmarks.Workloads;
using static System.FormattableString;

namespace LossGen.Benchmarks.Reports;

/// <summary>What LossGen is meant to achieve.</summary>
public static class Targets
{
    private const double LeastPartOfCopying = 0.85;
    private const double LongestCall = 25;
    private const double LeastGainOfTwoThreads = 1.8;

    /// <summary>Those of which something was measured.</summary>
    public static IReadOnlyList<Target> Of(IReadOnlyList<Row> rows) =>
    [
        .. AgainstPeer(rows, ContenderCatalog.Torch, least: 3, mean: 16),
        .. AgainstPeer(rows, ContenderCatalog.NativeLoops, least: 1, mean: 1.8),
        .. AtLeast(
            Invariant($"Bound by memory: {LeastPartOfCopying:P0} of the bandwidth of a copy past the caches"),
            LeastPartOfCopying,
            from row in rows where row.Workload.Limit == Limit.Memory select (row, row.PartOfCopying(row.Subject)),
            static part => Invariant($"{part:P0}")),
        .. OneRow(rows),
        .. AtLeast(
            Invariant($"Bound by arithmetic: two threads are {LeastGainOfTwoThreads}x as fast as one"),
            LeastGainOfTwoThreads,
            from row in rows where row.Workload.Limit == Limit.Arithmetic let gain = row.GainOfThreads where gain is not null select (row, gain.Value),
            Times),
    ];

    private static IEnumerable<Target> AgainstPeer(IReadOnlyList<Row> rows, IContender peer, double least, double mean)
    {
        if (PeerSummary.Of(peer, threads: 1, [.. rows.Where(static row => row.IsTraining && row.Workload.Threads == 1)]) is PeerSummary summary)
        {
            IEnumerable<(Row, double)> ratios =
                from row in rows where row.IsTraining && row.Workload.Threads == 1 let ratio = row.Ratio(peer) where ratio is not null select (row, ratio.Value);
            yield return AtLeast(Invariant($"{least}x as fast as {peer.Name} on every row of float ForwardBackward"), least, ratios, Times).Single();
            yield return new Target(
                Invariant($"{mean}x as fast as {peer.Name} in the geometric mean of these rows"), Times(summary.GeometricMean), summary.GeometricMean >= mean, []);
        }
    }

    private static IEnumerable<Target> OneRow(IReadOnlyList<Row> rows)
    {
        (Row Row, double Time)[] calls =
            [.. from row in rows where row.Workload is { IsBoundByCall: true, Shape.Samples: 1 } select (row, row.Subject.Median)];
        if (calls.Length > 0)
        {
            double slowest = calls.Max(static call => call.Time);
            yield return new Target(
                Invariant($"A call on one row of 10 within {LongestCall} ns"), Nanoseconds(slowest), slowest <= LongestCall, Misses(calls, static time => time > LongestCall, Nanoseconds));
        }
    }

    private static IEnumerable<Target> AtLeast(string claim, double goal, IEnumerable<(Row Row, double Value)> values, Func<double, string> text)
    {
        // Of the figure as it is shown: no run tells a thousandth.
        bool FallsShort(double value) => Math.Round(value, 2) < goal;
        (Row Row, double Value)[] measured = [.. values];
        if (measured.Length > 0)
        {
            double least = measured.Min(static row => row.Value);
            yield return new Target(claim, $"at least {text(least)}", !FallsShort(least), Misses(measured, FallsShort, text));
        }
    }

    private static IReadOnlyList<(string Workload, string Measured)> Misses((Row Row, double Value)[] measured, Predicate<double> misses, Func<double, string> text) =>
        [.. from row in measured where misses(row.Value) orderby row.Value select (row.Row.Workload.ToString(), text(row.Value))];

    private static string Times(double ratio) => Invariant($"{ratio:F2}x");

    private static string Nanoseconds(double time) => Invariant($"{time:F1} ns");
}
