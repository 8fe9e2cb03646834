using System.Numerics;

namespace LossGen.Benchmarks.Contenders.Scalar;

/// <summary>What one element adds to a loss, and how that changes with the prediction.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface IElementFormula<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    static abstract T Value(T x, T y);

    static abstract T Derivative(T x, T y);
}
