namespace LossGen.Benchmarks.Workloads;

/// <summary>What a run computes.</summary>
public enum Pass
{
    /// <summary>The value.</summary>
    Forward,

    /// <summary>The gradient.</summary>
    Backward,

    /// <summary>Both.</summary>
    ForwardBackward,
}
