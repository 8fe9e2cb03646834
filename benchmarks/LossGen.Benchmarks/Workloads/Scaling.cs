using System.Numerics;

namespace LossGen.Benchmarks.Workloads;

/// <summary>Scaling of inputs before any call, in float64.</summary>
public static class Scaling
{
    /// <summary>Scales weights that are known before any call, so that they sum to their number; returns none for others.</summary>
    public static AlignedBuffer<T> Scale<T>(AlignedBuffer<T> weights, Workload workload)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!workload.Weights.AreFixed)
        {
            return new AlignedBuffer<T>(0);
        }

        AlignedBuffer<T> scaled = weights.Convert<T>();
        bool locally = workload.Weights is { Normalize: WeightNormalization.Local, Mode: WeightingMode.PerDataPoint };
        if (locally)
        {
            ScaleLocations(scaled.Span, workload.Shape, workload.Shape.Classes);
        }
        else if (workload.Weights.Normalize != WeightNormalization.None)
        {
            ScaleGroup(scaled.Span, 0, 1, scaled.Length, scaled.Length);
        }

        return scaled;
    }

    /// <summary>Scales the classes of every location to sum to 1.</summary>
    public static AlignedBuffer<T> ToDistributions<T>(AlignedBuffer<T> values, TensorShape shape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ScaleLocations(values.Span, shape, 1);
        return values;
    }

    private static void ScaleLocations<T>(Span<T> values, TensorShape shape, double sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int outer = 0; outer < values.Length; outer += shape.Classes * shape.Stride)
        {
            for (int inner = 0; inner < shape.Stride; inner++)
            {
                ScaleGroup(values, outer + inner, shape.Stride, shape.Classes, sum);
            }
        }
    }

    private static void ScaleGroup<T>(Span<T> values, int start, int stride, int count, double sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double total = 0;
        for (int i = 0; i < count; i++)
        {
            total += double.CreateTruncating(values[start + (i * stride)]);
        }

        for (int i = 0; i < count; i++)
        {
            ref T value = ref values[start + (i * stride)];
            value = T.CreateTruncating(double.CreateTruncating(value) * (sum / total));
        }
    }
}
