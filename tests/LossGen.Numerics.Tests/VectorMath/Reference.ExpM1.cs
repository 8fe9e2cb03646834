namespace LossGen.Numerics.Tests.VectorMathTests;

internal static partial class Reference
{
    /// <summary>exp(x) - 1.</summary>
    public static Exact ExpM1(double x)
    {
        if (Math.Abs(x) < NegligibleCube)
        {
            return new DoubleDouble(x, 0.5 * x * x);
        }

        if (Math.Abs(x) < 0.35)
        {
            return ExpSeries(x, 1) * x;
        }

        // Beyond 2^200, subtracting 1 changes none of the bits.
        Exact exponential = Exp(x);
        return exponential.Exponent > 200 ? exponential : exponential.Mantissa.Scaled(exponential.Exponent) - 1;
    }
}
