using System.Numerics;

namespace LossGen.Benchmarks.Contenders.Tensors;

/// <summary>An elementwise loss, over elements that fit in the first-level cache.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface IBlockFormula<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <param name="x">The prediction.</param>
    /// <param name="y">The target.</param>
    /// <param name="scratch">Memory of the same length; may be overwritten.</param>
    static abstract T Value(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> scratch);

    /// <param name="x">The prediction.</param>
    /// <param name="y">The target.</param>
    /// <param name="scale">The factor on the derivatives.</param>
    /// <param name="gradient">Overwritten.</param>
    /// <param name="scratch">Memory of the same length; may be overwritten.</param>
    static abstract void Gradient(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T scale, Span<T> gradient, Span<T> scratch);
}
