using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Quick;

/// <summary>The measurements of a workload.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Timings">One per contender that could compute it, LossGen's first.</param>
/// <param name="Copies">Nanoseconds per copy past the caches on the same number of threads in each round, if the workload is bound by memory; otherwise empty.</param>
/// <param name="Peaks">Nanoseconds per run of <see cref="MultiplyAdd"/> in each round, if the workload is counted in slots; otherwise empty.</param>
public sealed record Row(Workload Workload, IReadOnlyList<Timing> Timings, IReadOnlyList<double> Copies, IReadOnlyList<double> Peaks)
{
    public Timing Subject => Timings[0];

    /// <summary>Whether it is part of the summary: float32, value and gradient, as training needs them.</summary>
    public bool IsTraining => Workload.IsTraining;

    /// <summary>Gigabytes (10⁹) per second, counting only what must move.</summary>
    public double Bandwidth(Timing timing) => Workload.Bytes / timing.Median;

    /// <summary>Its bandwidth as a part of that of copying past the caches: the median over the rounds, each of which compares its own two times.</summary>
    public double PartOfCopying(Timing timing) =>
        InterleavedTimer.Median(timing.Rounds.Zip(Copies, (time, copy) => Workload.Bytes / time / (MemoryCopy.BytesMoved / copy)));

    /// <summary>How many fused multiply-adds of one lane the machine could have done in LossGen's time per element: the median over the rounds, each of which compares its own two times.</summary>
    public double SlotsPerElement =>
        InterleavedTimer.Median(Subject.Rounds.Zip(Peaks, (time, peak) => time / Workload.Shape.Elements * (MultiplyAdd.Slots / peak)));

    public double NanosecondsPerElement(Timing timing) => timing.Median / Workload.Shape.Elements;

    /// <summary>The timing of a contender; null if it could not compute this.</summary>
    public Timing? Of(IContender contender) => Timings.FirstOrDefault(timing => timing.Contender == contender.Name);

    /// <summary>How many times as fast as on one thread LossGen is; null if it ran only on one.</summary>
    public double? GainOfThreads => Ratio(ContenderCatalog.SubjectOnOneThread);

    /// <summary>How many times as fast as a peer LossGen is.</summary>
    public double? Ratio(IContender peer) => Of(peer)?.RatioTo(Subject);

    /// <summary>How many times as fast as the fastest of several peers LossGen is; null if none of them could compute this.</summary>
    public double? RatioToFastest(IEnumerable<IContender> peers) => peers.Min(Ratio);

    /// <summary>The ratios of the rows that the peer could compute.</summary>
    public static IEnumerable<(string Workload, double Ratio)> Ratios(IEnumerable<Row> rows, IContender peer) =>
        from row in rows let ratio = row.Ratio(peer) where ratio is not null select (row.Workload.ToString(), ratio.Value);

    /// <summary>The same, of the fastest of several peers in each row.</summary>
    public static IEnumerable<(string Workload, double Ratio)> RatiosToFastest(IEnumerable<Row> rows, IReadOnlyList<IContender> peers) =>
        from row in rows let ratio = row.RatioToFastest(peers) where ratio is not null select (row.Workload.ToString(), ratio.Value);
}
