using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The natural logarithm of 1 + <paramref name="x"/>: the bits of a lane of <see cref="Log1P(Vector256{double})"/>.</summary>
    public static double Log1P(double x) => Log1P(Create(x)).ToScalar();

    /// <summary>
    /// The natural logarithm of 1 + <paramref name="x"/>, which is not below 0: the bits of a lane of
    /// <see cref="Log1PNonNegative(Vector256{double})"/>.
    /// </summary>
    public static double Log1PNonNegative(double x) => Log1PNonNegative(Create(x)).ToScalar();

    /// <summary>
    /// The natural logarithm of 1 + <paramref name="x"/>, which is from 0 to 1: the bits of a lane of
    /// <see cref="Log1POfFraction(Vector256{double})"/>.
    /// </summary>
    public static double Log1POfFraction(double x) => Log1POfFraction(Create(x)).ToScalar();

    private static class Log1PDouble
    {
        public const long ThreeQuartersBits = 0x3FE8000000000000;

        // 2^1022: up to here 2^-n is a normal number. Above, x is scaled by 2^-64.
        public const long HugeBits = 0x7FD0000000000000;
        public const double Huge = 4.49423283715579e+307;
        public const double HugeScale = 5.421010862427522e-20;
        public const double HugeExponent = 64.0;
    }
}
