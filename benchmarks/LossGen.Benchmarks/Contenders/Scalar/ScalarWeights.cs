using System.Numerics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders.Scalar;

/// <summary>The weight of a location at its label.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class ScalarWeights<T>(Inputs<T> inputs)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TensorShape shape = inputs.Workload.Shape;
    private readonly Weights kind = inputs.Workload.Weights;
    private readonly T[] sampleScales = new T[inputs.Workload.Shape.Samples];

    /// <summary>Does the work that is done once per call.</summary>
    public void Begin()
    {
        if (kind is { Mode: WeightingMode.PerPrediction, Normalize: WeightNormalization.Global })
        {
            for (int sample = 0; sample < sampleScales.Length; sample++)
            {
                sampleScales[sample] = ScaleOf(inputs.Weights.Span.Slice(sample * shape.DataPoint, shape.DataPoint), 1, shape.DataPoint);
            }
        }
    }

    /// <param name="start">The position of the location's first class.</param>
    /// <param name="label">The distance of the label's class from it.</param>
    public T At(int start, int label) => kind.Mode switch
    {
        WeightingMode.None => T.One,
        WeightingMode.PerClass => inputs.ScaledWeights.Span[label / shape.Stride],
        WeightingMode.PerDataPoint => inputs.ScaledWeights.Span[(start % shape.DataPoint) + label],
        _ => inputs.Weights.Span[start + label] * kind.Normalize switch
        {
            WeightNormalization.Local => ScaleOf(inputs.Weights.Span[start..], shape.Stride, shape.Classes),
            WeightNormalization.Global => sampleScales[start / shape.DataPoint],
            _ => T.One,
        },
    };

    private static T ScaleOf(ReadOnlySpan<T> weights, int stride, int count)
    {
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += double.CreateTruncating(weights[i * stride]);
        }

        return T.CreateTruncating(count / sum);
    }
}
