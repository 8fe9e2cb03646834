using System.Numerics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders;

/// <summary>A computation by a loss that works on spans and takes the weights with each call.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class WeightedSpanComputation<T>(IWeightedLoss<T, int> loss, Inputs<T> inputs) : ComputationOfArrays<T>(inputs)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Pass pass = inputs.Workload.Pass;
    private readonly AlignedBuffer<T> prediction = inputs.Prediction;
    private readonly AlignedBuffer<int> labels = inputs.Labels;
    private readonly AlignedBuffer<T> weights = inputs.Weights;

    public override void Run()
    {
        switch (pass)
        {
            case Pass.Forward:
                Value = double.CreateTruncating(loss.Forward(prediction.Span, labels.Span, weights.Span));
                break;
            case Pass.Backward:
                loss.Backward(prediction.Span, labels.Span, weights.Span, Gradient.Span);
                break;
            default:
                Value = double.CreateTruncating(loss.ForwardBackward(prediction.Span, labels.Span, weights.Span, Gradient.Span));
                break;
        }
    }
}
