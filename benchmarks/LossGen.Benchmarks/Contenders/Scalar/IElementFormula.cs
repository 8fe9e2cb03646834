using System.Numerics;

namespace LossGen.Benchmarks.Contenders.Scalar;

/// <summary>The contribution of one element to a loss, and its derivative with respect to the prediction.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface IElementFormula<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    static abstract T Value(T x, T y);

    static abstract T Derivative(T x, T y);
}
