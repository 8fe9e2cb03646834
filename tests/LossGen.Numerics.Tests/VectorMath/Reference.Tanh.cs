namespace LossGen.Numerics.Tests.VectorMathTests;

internal static partial class Reference
{
    /// <summary>tanh(x).</summary>
    public static DoubleDouble Tanh(double x)
    {
        double magnitude = Math.Abs(x);
        DoubleDouble result = magnitude < 20 ? OfDoubled(magnitude) : NearOne(magnitude);
        return x < 0 ? -result : result;

        static DoubleDouble OfDoubled(double x)
        {
            // x - x³/3, whose second term is beyond 2^-120.
            if (x < NegligibleCube)
            {
                return x;
            }

            Exact exponential = ExpM1(2 * x);
            DoubleDouble numerator = exponential.Mantissa.Scaled(exponential.Exponent);
            return numerator / (numerator + 2);
        }

        static DoubleDouble NearOne(double x)
        {
            Exact exponential = Exp(-2 * x);
            return (DoubleDouble)1 - exponential.Mantissa.Scaled(exponential.Exponent + 1);
        }
    }
}
