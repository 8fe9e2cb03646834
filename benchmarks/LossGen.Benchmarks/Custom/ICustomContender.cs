using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Custom;

/// <summary>Another way to compute value and gradients of custom losses.</summary>
public interface ICustomContender
{
    /// <summary>Does everything that is not timed.</summary>
    IComputation Prepare(CustomLoss loss, IReadOnlyList<AlignedBuffer<float>> inputs);
}
