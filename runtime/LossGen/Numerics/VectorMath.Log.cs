using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The natural logarithm of <paramref name="x"/>: the bits of a lane of <see cref="Log(Vector256{float})"/>.</summary>
    public static float Log(float x) => Log(Create(x)).ToScalar();

    /// <summary>
    /// The natural logarithm of <paramref name="x"/>, a positive normal number: the bits of a lane of <see cref="LogOfNormal(Vector256{float})"/>.
    /// </summary>
    public static float LogOfNormal(float x) => LogOfNormal(Create(x)).ToScalar();

    /// <summary>The natural logarithm of <paramref name="x"/>: the bits of a lane of <see cref="Log(Vector256{double})"/>.</summary>
    public static double Log(double x) => Log(Create(x)).ToScalar();

    /// <summary>
    /// The natural logarithm of <paramref name="x"/>, a positive normal number: the bits of a lane of <see cref="LogOfNormal(Vector256{double})"/>.
    /// </summary>
    public static double LogOfNormal(double x) => LogOfNormal(Create(x)).ToScalar();

    private static class LogSingle
    {
        public const int ThreeQuartersBits = 0x3F400000;
        public const int MantissaMask = 0x007FFFFF;
        public const int SmallestNormalBits = 0x00800000;
        public const int InfinityBits = 0x7F800000;

        // 2^-126; multiplied by 2^24 every subnormal number is a normal one.
        public const float SmallestNormal = 1.1754944e-38f;
        public const float SubnormalScale = 16777216f;
        public const float SubnormalExponent = 24f;

        // As a float ln2 happens to be right to 2^-28 of itself: a second piece would not show.
        public const float Ln2 = 0.6931472f;

        // log(1 + f) = f - f²/2 + C3·f³ + … + C10·f¹⁰ on [-1/4, 1/2], minimax in relative error (Remez), the coefficients
        // rounded to float one after the other, the later ones fitted again each time. Error 0.041 ULP.
        public const float C3 = 0.3333345f;
        public const float C4 = -0.2500011f;
        public const float C5 = 0.19990848f;
        public const float C6 = -0.16646878f;
        public const float C7 = 0.1447763f;
        public const float C8 = -0.13163936f;
        public const float C9 = 0.10472552f;
        public const float C10 = -0.045152284f;
    }

    private static class LogDouble
    {
        public const long RootOfHalfBits = 0x3FE6A09E667F3BCD;
        public const long OneBits = 0x3FF0000000000000;
        public const long TwoTo52Bits = 0x4330000000000000;
        public const long MantissaMask = 0x000FFFFFFFFFFFFF;
        public const long SmallestNormalBits = 0x0010000000000000;
        public const long InfinityBits = 0x7FF0000000000000;

        public const double ExponentBias = 4503599627370496.0 + 1023.0;

        // 2^-1022; multiplied by 2^54 every subnormal number is a normal one.
        public const double SmallestNormal = 2.2250738585072014e-308;
        public const double SubnormalScale = 18014398509481984.0;
        public const double SubnormalExponent = 54.0;

        // ln2 in two pieces; the first has 42 bits, so that its product with n is exact.
        public const double Ln2High = 0.6931471805598903;
        public const double Ln2Low = 5.497923018708371e-14;

        // 2·artanh(s) = 2s + s·(C1·s² + … + C8·s¹⁶) on |s| <= 1/5, minimax in relative error (Remez), the coefficients
        // rounded to double one after the other, the later ones fitted again each time. Error 0.0006 ULP.
        public const double C1 = 0.666666666666666;
        public const double C2 = 0.4000000000005666;
        public const double C3 = 0.28571428555832035;
        public const double C4 = 0.22222224296102083;
        public const double C5 = 0.18181665893277663;
        public const double C6 = 0.1539111150175546;
        public const double C7 = 0.13173605259731272;
        public const double C8 = 0.13843004144153312;
    }
}
