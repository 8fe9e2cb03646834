using System.Numerics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders;

/// <summary>A loss that is not generated: what every loss says of itself follows from its shape, and calls with arguments from those with spans.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TLabel">The type of the ground truth.</typeparam>
/// <param name="shape">The shape of the prediction.</param>
public abstract class HandWrittenLoss<T, TLabel>(TensorShape shape) : ILoss<T, TLabel>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLabel : unmanaged
{
    private readonly int[] sizes = [.. shape.Sizes.Select((size, axis) => axis == shape.BatchAxis ? LossGen.Shape.Batch : size)];

    public ReadOnlySpan<int> Shape => sizes;

    /// <summary>The shape, with the size of the batch.</summary>
    protected TensorShape Dimensions { get; } = shape;

    public int? ClassAxis => Dimensions.ClassAxis;

    public IReadOnlyList<LossInputInfo> Inputs =>
    [
        new("prediction", LossInputKind.Elements, typeof(T), HasGradient: true),
        new("groundTruth", typeof(TLabel) == typeof(int) ? LossInputKind.Labels : LossInputKind.Elements, typeof(TLabel), HasGradient: false),
    ];

    public abstract T Forward(ReadOnlySpan<T> prediction, ReadOnlySpan<TLabel> groundTruth);

    public abstract void Backward(ReadOnlySpan<T> prediction, ReadOnlySpan<TLabel> groundTruth, Span<T> gradient);

    public abstract T ForwardBackward(ReadOnlySpan<T> prediction, ReadOnlySpan<TLabel> groundTruth, Span<T> gradient);

    public double Forward(ILossArguments arguments) => double.CreateTruncating(Forward(arguments.Input<T>(0), arguments.Input<TLabel>(1)));

    public void Backward(ILossArguments arguments, double scale)
    {
        Span<T> gradient = arguments.Gradient<T>(0);
        Backward(arguments.Input<T>(0), arguments.Input<TLabel>(1), gradient);
        Multiply(gradient, scale);
    }

    public double ForwardBackward(ILossArguments arguments, double scale)
    {
        Span<T> gradient = arguments.Gradient<T>(0);
        T value = ForwardBackward(arguments.Input<T>(0), arguments.Input<TLabel>(1), gradient);
        Multiply(gradient, scale);
        return double.CreateTruncating(value);
    }

    private static void Multiply(Span<T> gradient, double scale)
    {
        foreach (ref T element in gradient)
        {
            element *= T.CreateTruncating(scale);
        }
    }
}
