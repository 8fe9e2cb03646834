using System.Numerics;

namespace LossGen.Benchmarks.Contenders.Scalar;

/// <summary>The contribution of one location to a loss with labels.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface ILocationFormula<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Writes the gradient if there is one.</summary>
    /// <param name="location">The classes.</param>
    /// <param name="label">The position of the label's class among them.</param>
    /// <param name="scale">The factor on the gradient.</param>
    /// <param name="withValue">Whether the caller wants the value.</param>
    /// <returns>The value, unscaled; 0 if the caller does not want it.</returns>
    static abstract T Compute(Location<T> location, int label, T scale, bool withValue);
}
