namespace LossGen.Benchmarks.Workloads;

/// <summary>The bottleneck of a workload.</summary>
public enum Limit
{
    /// <summary>Not specified.</summary>
    Unknown,

    /// <summary>Arithmetic, so that a second core doubles the speed.</summary>
    Arithmetic,

    /// <summary>Memory, so that a copy is the limit.</summary>
    Memory,
}
