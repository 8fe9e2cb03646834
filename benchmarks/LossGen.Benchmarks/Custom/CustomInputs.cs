using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Custom;

/// <summary>The inputs of a custom loss.</summary>
/// <param name="Values">The inputs of floats, those that a model predicts first.</param>
/// <param name="Labels">One per location; empty if the loss is elementwise.</param>
public sealed record CustomInputs(IReadOnlyList<AlignedBuffer<float>> Values, AlignedBuffer<int> Labels)
{
    public AlignedBuffer<float> this[int index] => Values[index];
}
