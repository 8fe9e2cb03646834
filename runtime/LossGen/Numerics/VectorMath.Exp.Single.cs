using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>e to the power of <paramref name="x"/>: the bits of a lane of <see cref="Exp(Vector256{float})"/>.</summary>
    public static float Exp(float x) => Exp(Create(x)).ToScalar();

    private static class ExpSingle
    {
        // exp(-104) is below half the smallest subnormal, exp(89) above the largest float.
        public const float Underflow = -104f;
        public const float Overflow = 89f;

        public const float Log2E = 1.442695f;

        // 1.5·2^23, whose last bit is worth 1, and twice the exponent bias.
        public const float Rounder = 12582912f + 254f;
        public const int ExponentMask = 0x7F800000;

        // ln2 in two pieces; the first has 15 bits, so that its product with n is exact.
        public const float Ln2High = 0.69314575f;
        public const float Ln2Low = 1.4286068e-06f;

        // exp(r) = 1 + r + C2·r² + … + C6·r⁶ on |r| <= 1.001·ln2/2, minimax in relative error (Remez), the coefficients
        // rounded to float one after the other, the later ones fitted again each time. Error 0.026 ULP.
        public const float C2 = 0.49999994f;
        public const float C3 = 0.16666521f;
        public const float C4 = 0.041668274f;
        public const float C5 = 0.008368683f;
        public const float C6 = 0.0013820052f;
    }
}
