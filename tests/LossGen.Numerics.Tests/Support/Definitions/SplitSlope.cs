using LossGen.Numerics.Tests.VectorMathTests;

namespace LossGen.Numerics.Tests.Support.Definitions;

/// <summary>
/// A derivative in two parts that are added up only at the end: for p − 1, p being a probability near 1, the first part cancels and the second has all digits of the rest.
/// </summary>
internal readonly record struct SplitSlope(DoubleDouble Large, DoubleDouble Small)
{
    public DoubleDouble Sum => Large + Small;

    public static SplitSlope operator +(SplitSlope a, SplitSlope b) => new(a.Large + b.Large, a.Small + b.Small);

    public static SplitSlope operator *(DoubleDouble factor, SplitSlope slope) => new(factor * slope.Large, factor * slope.Small);
}
