using System.Numerics;

namespace LossGen.Benchmarks.Contenders.Scalar;

/// <summary>The classes of one location, with the stride of the layout.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly ref struct Location<T>(ReadOnlySpan<T> prediction, Span<T> gradient, int stride)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public ReadOnlySpan<T> Prediction { get; } = prediction;

    /// <summary>Empty if the caller does not want it.</summary>
    public Span<T> Gradient { get; } = gradient;

    /// <summary>The stride from one class to the next.</summary>
    public int Stride { get; } = stride;
}
