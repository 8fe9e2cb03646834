using System.Numerics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders;

/// <summary>One way to compute the losses, compared with the others.</summary>
public interface IContender
{
    /// <summary>Its name in every report; also what its ToString returns, which BenchmarkDotNet filters by.</summary>
    string Name { get; }

    /// <summary>What exactly is compared: a name and version; null where that is this program itself.</summary>
    string? Version => null;

    /// <summary>Why it cannot take part on this machine; null where it can.</summary>
    string? Absence => null;

    /// <summary>How far its float32 results may be from those of float64, as a part of them.</summary>
    double Tolerance { get; }

    /// <summary>Whether it can compute this workload at all.</summary>
    bool Supports(Workload workload) => true;

    /// <summary>Tells which workloads it is about to be given, for what is done once for all of them.</summary>
    void Announce(IReadOnlyList<Workload> workloads)
    {
    }

    /// <summary>Does everything that is not to be timed: conversions of the inputs, allocations, the choice of a kernel.</summary>
    IComputation Prepare<T>(Inputs<T> inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
