using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The natural logarithm of 1 + <paramref name="x"/>: the bits of a lane of <see cref="Log1P(Vector256{float})"/>.</summary>
    public static float Log1P(float x) => Log1P(Create(x)).ToScalar();

    /// <summary>
    /// The natural logarithm of 1 + <paramref name="x"/>, which is not below 0: the bits of a lane of
    /// <see cref="Log1PNonNegative(Vector256{float})"/>.
    /// </summary>
    public static float Log1PNonNegative(float x) => Log1PNonNegative(Create(x)).ToScalar();

    /// <summary>
    /// The natural logarithm of 1 + <paramref name="x"/>, which is from 0 to 1: the bits of a lane of
    /// <see cref="Log1POfFraction(Vector256{float})"/>.
    /// </summary>
    public static float Log1POfFraction(float x) => Log1POfFraction(Create(x)).ToScalar();

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

    /// <summary>x - ln(1 + x) of <paramref name="x"/>: the bits of a lane of <see cref="LogRemainder(Vector256{float})"/>.</summary>
    public static float LogRemainder(float x) => LogRemainder(Create(x)).ToScalar();

    /// <summary>x - ln(1 + x) of <paramref name="x"/>: the bits of a lane of <see cref="LogRemainder(Vector256{double})"/>.</summary>
    public static double LogRemainder(double x) => LogRemainder(Create(x)).ToScalar();

    private static class Log1PSingle
    {
        public const int OneBits = 0x3F800000;

        // 2^126: up to here 2^-n is a normal number. Above, x is scaled by 2^-64.
        public const int HugeBits = 0x7E800000;
        public const float Huge = 8.507059e37f;
        public const float HugeScale = 5.421011e-20f;
        public const float HugeExponent = 64f;
    }

    private static class Log1PDouble
    {
        public const long ThreeQuartersBits = 0x3FE8000000000000;

        // 2^1022: up to here 2^-n is a normal number. Above, x is scaled by 2^-64.
        public const long HugeBits = 0x7FD0000000000000;
        public const double Huge = 4.49423283715579e+307;
        public const double HugeScale = 5.421010862427522e-20;
        public const double HugeExponent = 64.0;
    }

    private static class LogRemainderSingle
    {
        public const double Ln2 = 0.6931471805599453;

        // 2·artanh(s) = 2s + s·(C1·s² + … + C4·s⁸) on |s| <= 1/5, minimax in relative error (Remez), the coefficients rounded to double one
        // after the other, the later ones fitted again each time. Error 0.002 ULP of a float.
        public const double C1 = 0.6666666487464948;
        public const double C2 = 0.400005926231537;
        public const double C3 = 0.2851864989541781;
        public const double C4 = 0.23948952733597723;
    }

    private static class LogRemainderDouble
    {
        // 2^64: from here on ln(1 + x) is below half of the last place of x.
        public const double Large = 18446744073709551616.0;
    }
}
