using System.Numerics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders;

/// <summary>A computation by a loss that works on spans.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TLabel">The type of the ground truth.</typeparam>
public sealed class SpanComputation<T, TLabel> : IComputation
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLabel : unmanaged
{
    private readonly ILoss<T, TLabel> loss;
    private readonly Pass pass;
    private readonly AlignedBuffer<T> prediction;
    private readonly AlignedBuffer<TLabel> groundTruth;
    private readonly AlignedBuffer<T> gradient;

    public SpanComputation(ILoss<T, TLabel> loss, Inputs<T> inputs, AlignedBuffer<TLabel> groundTruth)
    {
        this.loss = loss;
        pass = inputs.Workload.Pass;
        prediction = inputs.Prediction;
        this.groundTruth = groundTruth;
        gradient = new AlignedBuffer<T>(prediction.Length);

        // An element that is never written is found by the check, and no run pays for the first touch of a page.
        gradient.Span.Fill(T.NaN);
    }

    public double Value { get; private set; } = double.NaN;

    public void Run()
    {
        switch (pass)
        {
            case Pass.Forward:
                Value = double.CreateTruncating(loss.Forward(prediction.Span, groundTruth.Span));
                break;
            case Pass.Backward:
                loss.Backward(prediction.Span, groundTruth.Span, gradient.Span);
                break;
            default:
                Value = double.CreateTruncating(loss.ForwardBackward(prediction.Span, groundTruth.Span, gradient.Span));
                break;
        }
    }

    public void CopyGradient(int start, Span<double> destination)
    {
        ReadOnlySpan<T> source = gradient.Span.Slice(start, destination.Length);
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = double.CreateTruncating(source[i]);
        }
    }

    public void Dispose()
    {
    }
}
