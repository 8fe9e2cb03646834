using System.Numerics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders.Scalar;

/// <summary>The weighted mean of a formula over the locations, one after the other.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TFormula">The formula: a struct, so that only its arithmetic remains.</typeparam>
public sealed class ScalarLabelledLoss<T, TFormula>(Inputs<T> inputs) : HandWrittenLoss<T, int>(inputs.Workload.Shape)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TFormula : struct, ILocationFormula<T>
{
    private readonly ScalarWeights<T> weights = new(inputs);

    public override T Forward(ReadOnlySpan<T> prediction, ReadOnlySpan<int> groundTruth) => Compute(prediction, groundTruth, [], withValue: true);

    public override void Backward(ReadOnlySpan<T> prediction, ReadOnlySpan<int> groundTruth, Span<T> gradient) =>
        Compute(prediction, groundTruth, gradient, withValue: false);

    public override T ForwardBackward(ReadOnlySpan<T> prediction, ReadOnlySpan<int> groundTruth, Span<T> gradient) =>
        Compute(prediction, groundTruth, gradient, withValue: true);

    private T Compute(ReadOnlySpan<T> prediction, ReadOnlySpan<int> labels, Span<T> gradient, bool withValue)
    {
        int stride = Dimensions.Stride;
        int classes = Dimensions.Classes * stride;
        T scale = T.One / T.CreateTruncating(Dimensions.Divisor);
        double value = 0;
        weights.Begin();
        for (int outer = 0, at = 0; outer < prediction.Length; outer += classes)
        {
            for (int inner = 0; inner < stride; inner++, at++)
            {
                int start = outer + inner;
                int length = classes - inner;
                int label = labels[at] * stride;
                T weight = weights.At(start, label);
                Location<T> location = new(prediction.Slice(start, length), gradient.IsEmpty ? [] : gradient.Slice(start, length), stride);
                value += double.CreateTruncating(weight * TFormula.Compute(location, label, scale * weight, withValue));
            }
        }

        return T.CreateTruncating(value / Dimensions.Divisor);
    }
}
