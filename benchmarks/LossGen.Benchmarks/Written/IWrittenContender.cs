using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Written;

/// <summary>Another way to compute value and gradients of custom losses.</summary>
public interface IWrittenContender
{
    /// <summary>Does everything that is not timed.</summary>
    IComputation Prepare(WrittenLoss loss, IReadOnlyList<AlignedBuffer<float>> inputs);
}
