using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Custom;

/// <summary>A computation of the value, and of as many gradient elements as the array holds.</summary>
public sealed class CustomComputation : IComputation
{
    private readonly Func<AlignedBuffer<float>, float> compute;
    private readonly AlignedBuffer<float> gradients;

    public CustomComputation(Func<AlignedBuffer<float>, float> compute, int elements = 0)
    {
        this.compute = compute;
        gradients = new AlignedBuffer<float>(elements);

        // The check finds any element that is never written.
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
