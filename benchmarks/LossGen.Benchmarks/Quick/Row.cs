using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Quick;

/// <summary>What was measured of a workload.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Timings">One a contender that could compute it, that of LossGen first.</param>
/// <param name="Copies">Nanoseconds a copy past the caches on as many threads in each round, where memory sets the pace; otherwise empty.</param>
public sealed record Row(Workload Workload, IReadOnlyList<Timing> Timings, IReadOnlyList<double> Copies)
{
    public Timing Subject => Timings[0];

    /// <summary>Whether it counts for the summary: float32, value and gradient, as training needs them.</summary>
    public bool IsTraining => Workload is { IsDouble: false, Pass: Pass.ForwardBackward };

    /// <summary>Gigabytes (10⁹) a second, counting only what must move.</summary>
    public double Bandwidth(Timing timing) => Workload.Bytes / timing.Median;

    /// <summary>Its bandwidth as a part of that of copying past the caches: the median over the rounds, each of which compares its own two times.</summary>
    public double PartOfCopying(Timing timing) =>
        InterleavedTimer.Median(timing.Rounds.Zip(Copies, (time, copy) => Workload.Bytes / time / (MemoryCopy.BytesMoved / copy)));

    public double NanosecondsPerElement(Timing timing) => timing.Median / Workload.Shape.Elements;

    /// <summary>That of a contender; null where it could not compute this.</summary>
    public Timing? Of(IContender contender) => Timings.FirstOrDefault(timing => timing.Contender == contender.Name);

    /// <summary>How many times as fast as on one thread LossGen is; null where it ran on one only.</summary>
    public double? GainOfThreads => Ratio(ContenderCatalog.SubjectOnOneThread);

    /// <summary>How many times as fast as a peer LossGen is.</summary>
    public double? Ratio(IContender peer) => Of(peer)?.RatioTo(Subject);
}
