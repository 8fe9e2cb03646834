using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Quick;

/// <summary>How long one run of a workload takes a contender.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Contender">The contender's name.</param>
/// <param name="Nanoseconds">The median time of a run.</param>
/// <param name="Ratio">How many times as fast as the baseline it is: the median over the rounds, each of which compares its own two times.</param>
public sealed record Measurement(Workload Workload, string Contender, double Nanoseconds, double Ratio)
{
    public double NanosecondsPerElement => Nanoseconds / Workload.Elements;

    /// <summary>Gigabytes (10⁹) a second, counting only what must move.</summary>
    public double Bandwidth => Workload.Bytes / Nanoseconds;
}
