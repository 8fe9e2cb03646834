using System.Numerics;

namespace LossGen.Benchmarks.Contenders.Scalar;

/// <summary>What one location adds to a loss from labels.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface ILocationFormula<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Writes the gradient where there is one.</summary>
    /// <param name="location">The classes.</param>
    /// <param name="label">Where the label's class is within them.</param>
    /// <param name="scale">What the gradient is multiplied by.</param>
    /// <param name="withValue">Whether the value is asked for.</param>
    /// <returns>The value, not scaled; 0 where it is not asked for.</returns>
    static abstract T Compute(Location<T> location, int label, T scale, bool withValue);
}
