using System.Numerics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders;

/// <summary>One way to compute the losses, compared with the others.</summary>
public interface IContender
{
    /// <summary>Its name in every report; also the result of its ToString, by which BenchmarkDotNet filters.</summary>
    string Name { get; }

    /// <summary>What exactly is compared: a name and version; null if it is this program itself.</summary>
    string? Version => null;

    /// <summary>Why it is unavailable on this machine; null if it is available.</summary>
    string? Absence => null;

    /// <summary>The relative error that its float32 results may have against float64.</summary>
    double Tolerance { get; }

    /// <summary>Whether it can compute this workload at all.</summary>
    bool Supports(Workload workload) => true;

    /// <summary>Announces the workloads to come, for work that is done once for all of them.</summary>
    void Announce(IReadOnlyList<Workload> workloads)
    {
    }

    /// <summary>Does everything that is not timed: conversions of the inputs, allocations, the choice of a kernel.</summary>
    IComputation Prepare<T>(Inputs<T> inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
