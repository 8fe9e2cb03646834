using System.Numerics;

namespace LossGen.Benchmarks.Workloads;

/// <summary>The inputs of a workload, the same for every contender and in every run.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class Inputs<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private Inputs(Workload workload) => Workload = workload;

    public Workload Workload { get; }

    public required AlignedBuffer<T> Prediction { get; init; }

    /// <summary>One class per location; empty if the loss takes a <see cref="Target"/>.</summary>
    public required AlignedBuffer<int> Labels { get; init; }

    /// <summary>One value per element; empty if the loss takes <see cref="Labels"/>.</summary>
    public required AlignedBuffer<T> Target { get; init; }

    /// <summary>The weights as a user passes them; empty if there are none.</summary>
    public required AlignedBuffer<T> Weights { get; init; }

    /// <summary>The weights that are known before any call, scaled; empty if there are none.</summary>
    public required AlignedBuffer<T> ScaledWeights { get; init; }

    /// <summary>Draws the inputs of a workload.</summary>
    public static Inputs<T> Draw(Workload workload)
    {
        var random = new RandomBlocks();
        TensorShape shape = workload.Shape;
        LossFamily loss = workload.Loss;
        AlignedBuffer<T> weights = random.Uniform<T>(workload.Weights.Count(shape), 0.5, 1.5);
        return new Inputs<T>(workload)
        {
            Prediction = loss.TakesProbabilities() ? random.Uniform<T>(shape.Elements, 0.01, 0.99) : random.Uniform<T>(shape.Elements, -4, 4),
            Labels = random.WholeNumbers<int>(loss.TakesLabels() ? shape.Locations : 0, shape.Classes),
            Target = loss switch
            {
                LossFamily.SoftlabelSoftmax => Scaling.ToDistributions(random.Uniform<T>(shape.Elements, 0.01, 0.99), shape),
                LossFamily.Square => random.Uniform<T>(shape.Elements, -4, 4),
                LossFamily.Hinge => random.Signs<T>(shape.Elements),
                LossFamily.BinaryCrossEntropy => random.Uniform<T>(shape.Elements, 0.01, 0.99),
                LossFamily.GaussianKL => random.Uniform<T>(shape.Elements, 0.1, 2),
                _ => new AlignedBuffer<T>(0),
            },
            Weights = weights,
            ScaledWeights = Scaling.Scale(weights, workload),
        };
    }

    /// <summary>The same numbers in float64.</summary>
    public Inputs<double> ToDouble() => this as Inputs<double> ?? new Inputs<double>(Workload)
    {
        Prediction = Prediction.Convert<double>(),
        Labels = Labels,
        Target = Target.Convert<double>(),
        Weights = Weights.Convert<double>(),
        ScaledWeights = ScaledWeights.Convert<double>(),
    };
}
