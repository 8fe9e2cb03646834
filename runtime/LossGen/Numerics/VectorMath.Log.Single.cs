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
}
