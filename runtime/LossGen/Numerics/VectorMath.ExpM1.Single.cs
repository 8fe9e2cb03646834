using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>e to the power of <paramref name="x"/>, minus 1: the bits of a lane of <see cref="ExpM1(Vector256{float})"/>.</summary>
    public static float ExpM1(float x) => ExpM1(Create(x)).ToScalar();

    private static class ExpM1Single
    {
        // exp(-18) is below a quarter of the last place of 1.
        public const float Saturation = -18f;

        // 1.5·2^23 and the exponent bias, without and with a factor of a half.
        public const float Rounder = 12582912f + 127f;
        public const float HalvingRounder = 12582912f + 126f;

        // 2^-26
        public const float Tiny = 1.4901161e-08f;

        // exp(r) = 1 + r + r²/2 + C3·r³ + … + C7·r⁷ on |r| <= 1.001·ln2/2, minimax in the relative error of exp(r) - 1 (Remez), the
        // coefficients rounded to float one after the other, the later ones fitted again each time. Error at most 0.01 ULP.
        public const float C3 = 0.16666666f;
        public const float C4 = 0.041666493f;
        public const float C5 = 0.008333544f;
        public const float C6 = 0.001393234f;
        public const float C7 = 0.00019763438f;
    }
}
