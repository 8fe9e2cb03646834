namespace LossGen.Numerics.Tests.Literature;

/// <summary>
/// How far a value or derivative may be from the right one: some units in its last place, and as many times the change from rounding its inputs by one unit,
/// which no way to compute it avoids. A result below the smallest normal number may be 0, one beyond the largest is infinite.
/// </summary>
internal static class LiteratureBound
{
    private const double SingleUnits = 8;
    private const double DoubleUnits = 16;

    /// <summary>The error as a fraction of the bound: above 1 is too much.</summary>
    public static double Ratio(bool isDouble, double expected, double sensitivity, double actual)
    {
        (double units, double smallest, double largest) = isDouble ? (DoubleUnits * double.BitIncrement(1) - DoubleUnits, 2.2250738585072014e-308, double.MaxValue) : (SingleUnits * 1.1920929e-7, 1.17549435e-38, float.MaxValue);
        if (double.IsNaN(expected) || Math.Abs(expected) > largest)
        {
            return double.IsNaN(expected) ? Miss(double.IsNaN(actual)) : Miss(double.IsInfinity(actual) && Math.Sign(actual) == Math.Sign(expected));
        }

        double allowed = (units * Math.Min(Math.Abs(expected) + sensitivity, double.MaxValue)) + smallest;
        bool mayOverflow = Math.Abs(expected) + allowed > largest && double.IsInfinity(actual);
        double error = mayOverflow && Math.Sign(actual) == Math.Sign(expected) ? 0 : Math.Abs(actual - expected) / allowed;
        return double.IsNaN(error) ? double.PositiveInfinity : error;
    }

    private static double Miss(bool isRight) => isRight ? 0 : double.PositiveInfinity;
}
