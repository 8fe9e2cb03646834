using System.Numerics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders;

/// <summary>A computation that writes its gradient to an array.</summary>
/// <typeparam name="T">The element type.</typeparam>
public abstract class ComputationOfArrays<T> : IComputation
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    protected ComputationOfArrays(Inputs<T> inputs)
    {
        Inputs = inputs;
        Gradient = new AlignedBuffer<T>(inputs.Workload.GradientElements);

        // The check finds any element that is never written, and no run pays for the first touch of a page.
        Gradient.Span.Fill(T.NaN);
    }

    public double Value { get; protected set; } = double.NaN;

    protected Inputs<T> Inputs { get; }

    protected AlignedBuffer<T> Gradient { get; }

    public abstract void Run();

    public void CopyGradient(int start, Span<double> destination)
    {
        ReadOnlySpan<T> source = Gradient.Span.Slice(start, destination.Length);
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = double.CreateTruncating(source[i]);
        }
    }

    public virtual void Dispose()
    {
    }
}
