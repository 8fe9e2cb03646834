using System.Numerics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders;

/// <summary>A computation by a loss that works on spans.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TLabel">The type of the ground truth.</typeparam>
public sealed class SpanComputation<T, TLabel>(ILoss<T, TLabel> loss, Inputs<T> inputs, AlignedBuffer<TLabel> groundTruth)
    : ComputationOfArrays<T>(inputs)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLabel : unmanaged, INumberBase<TLabel>
{
    private readonly Pass pass = inputs.Workload.Pass;
    private readonly AlignedBuffer<T> prediction = inputs.Prediction;

    public override void Run()
    {
        switch (pass)
        {
            case Pass.Forward:
                Value = double.CreateTruncating(loss.Forward(prediction.Span, groundTruth.Span));
                break;
            case Pass.Backward:
                loss.Backward(prediction.Span, groundTruth.Span, Gradient.Span);
                break;
            default:
                Value = double.CreateTruncating(loss.ForwardBackward(prediction.Span, groundTruth.Span, Gradient.Span));
                break;
        }
    }
}
