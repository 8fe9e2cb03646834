namespace LossGen.Numerics.Tests.VectorMathTests;

internal static partial class Reference
{
    private static readonly DoubleDouble Ln2 = new(0.6931471805599453, 2.3190468138462996e-17);
    private static readonly DoubleDouble InverseLn2 = new(1.4426950408889634, 2.0355273740931033e-17);

    /// <summary>2 to the power of x.</summary>
    public static Exact Exp2(double x)
    {
        double whole = Math.Round(x);
        Exact fraction = Exp(Ln2 * (x - whole));
        return fraction with { Exponent = fraction.Exponent + (int)whole };
    }

    /// <summary>The logarithm to base 2 of a positive x.</summary>
    public static DoubleDouble Log2(double x) => Log(x) * InverseLn2;
}
