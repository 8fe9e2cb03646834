namespace LossGen.Benchmarks.Workloads;

/// <summary>What sets the pace of a workload.</summary>
public enum Limit
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>Arithmetic, so that a second core doubles the pace.</summary>
    Arithmetic,

    /// <summary>Memory, so that copying it is the limit.</summary>
    Memory,
}
