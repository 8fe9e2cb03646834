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

    /// <summary>The targets for which there are measurements.</summary>
    public static IReadOnlyList<Target> Of(IReadOnlyList<Row> rows) =>
    [
        .. AgainstPeer(rows, ContenderCatalog.Torch, least: 3, mean: 16),
        .. AgainstPeer(rows, ContenderCatalog.NativeLoops, least: 1, mean: 1.8),
        .. Target.AtLeast(
            Invariant($"Bound by memory: {LeastPartOfCopying:P0} of the bandwidth of a copy past the caches"),
            LeastPartOfCopying,
            from row in rows where row.Workload.Limit == Limit.Memory select (row.Workload.ToString(), row.PartOfCopying(row.Subject)),
            static part => Invariant($"{part:P0}")),
        .. OneRow(rows),
        .. Target.AtLeast(
            Invariant($"Bound by arithmetic: two threads are {LeastGainOfTwoThreads}x as fast as one"),
            LeastGainOfTwoThreads,
            from row in rows where row.Workload.Limit == Limit.Arithmetic let gain = row.GainOfThreads where gain is not null select (row.Workload.ToString(), gain.Value),
            Target.Times),
    ];

    private static IEnumerable<Target> AgainstPeer(IReadOnlyList<Row> rows, IContender peer, double least, double mean)
    {
        (string, double)[] ratios = [.. Row.Ratios(rows.Where(static row => row.IsTraining && row.Workload.Threads == 1), peer)];
        return
        [
            .. Target.AtLeast(Invariant($"{least}x as fast as {peer.Name} on every row of float ForwardBackward"), least, ratios, Target.Times),
            .. Target.MeanAtLeast(Invariant($"{mean}x as fast as {peer.Name} in the geometric mean of these rows"), mean, ratios),
        ];
    }

    private static IEnumerable<Target> OneRow(IReadOnlyList<Row> rows)
    {
        (string Workload, double Time)[] calls =
            [.. from row in rows where row.Workload is { IsBoundByCall: true, Shape.Samples: 1 } select (row.Workload.ToString(), row.Subject.Median)];
        if (calls.Length > 0)
        {
            double slowest = calls.Max(static call => call.Time);
            yield return new Target(
                Invariant($"A call on one row of 10 within {LongestCall} ns"), Nanoseconds(slowest), slowest <= LongestCall, Target.MissesOf(calls, static time => time > LongestCall, Nanoseconds));
        }
    }

    private static string Nanoseconds(double time) => Invariant($"{time:F1} ns");
}
