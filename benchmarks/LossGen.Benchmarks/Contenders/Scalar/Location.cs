using System.Numerics;

namespace LossGen.Benchmarks.Contenders.Scalar;

/// <summary>The classes of one location, as far apart as the layout puts them.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly ref struct Location<T>(ReadOnlySpan<T> prediction, Span<T> gradient, int stride)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public ReadOnlySpan<T> Prediction { get; } = prediction;

    /// <summary>Empty where it is not asked for.</summary>
    public Span<T> Gradient { get; } = gradient;

    /// <summary>From one class to the next.</summary>
    public int Stride { get; } = stride;
}
