using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Written;

/// <summary>A computation of the value, and of as many elements of gradients as there is room for.</summary>
public sealed class WrittenComputation : IComputation
{
    private readonly Func<AlignedBuffer<float>, float> compute;
    private readonly AlignedBuffer<float> gradients;

    public WrittenComputation(Func<AlignedBuffer<float>, float> compute, int elements = 0)
    {
        this.compute = compute;
        gradients = new AlignedBuffer<float>(elements);

        // An element that is never written is found by the check.
        gradients.Span.Fill(float.NaN);
    }

    public double Value { get; private set; } = double.NaN;

    public void Run() => Value = compute(gradients);

    public void CopyGradient(int start, Span<double> destination)
    {
        ReadOnlySpan<float> source = gradients.Span.Slice(start, destination.Length);
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = source[i];
        }
    }

    public void Dispose()
    {
    }
}
