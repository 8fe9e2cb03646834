namespace LossGen.Benchmarks.Workloads;

/// <summary>The losses that are compared.</summary>
public enum LossFamily
{
    /// <summary>Softmax with cross-entropy, the classes contiguous.</summary>
    Softmax,

    /// <summary>Half the mean squared difference.</summary>
    Square,
}
