using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Written;

/// <summary>Another way to compute value and gradients of the losses that users write.</summary>
public interface IWrittenContender
{
    /// <summary>Does everything that is not to be timed.</summary>
    IComputation Prepare(WrittenLoss loss, IReadOnlyList<AlignedBuffer<float>> inputs);
}
