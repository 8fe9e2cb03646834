using System.Numerics;

namespace LossGen.Benchmarks.Workloads;

/// <summary>The numbers that a workload runs on, the same for every contender and in every run.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class Inputs<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Seed = 20250;

    /// <summary>Draws the inputs of a workload.</summary>
    public Inputs(Workload workload)
    {
        Workload = workload;
        var random = new Random(Seed);
        Prediction = Draw(workload.Elements, () => Uniform(random, 4));
        if (workload.Loss == LossFamily.Softmax)
        {
            Labels = Draw(workload.Samples, () => random.Next(workload.SampleSize));
        }
        else
        {
            Target = Draw(workload.Elements, () => Uniform(random, 4));
        }
    }

    public Workload Workload { get; }

    public AlignedBuffer<T> Prediction { get; }

    /// <summary>A class for each sample; empty where the loss takes a <see cref="Target"/>.</summary>
    public AlignedBuffer<int> Labels { get; } = new(0);

    /// <summary>A value for each element; empty where the loss takes <see cref="Labels"/>.</summary>
    public AlignedBuffer<T> Target { get; } = new(0);

    private static T Uniform(Random random, float limit) => T.CreateTruncating(((random.NextSingle() * 2) - 1) * limit);

    private static AlignedBuffer<TValue> Draw<TValue>(int count, Func<TValue> next)
        where TValue : unmanaged
    {
        var buffer = new AlignedBuffer<TValue>(count);
        foreach (ref TValue value in buffer.Span)
        {
            value = next();
        }

        return buffer;
    }
}
