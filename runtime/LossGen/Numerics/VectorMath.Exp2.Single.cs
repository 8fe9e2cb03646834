using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>2 to the power of <paramref name="x"/>: the bits of a lane of <see cref="Exp2(Vector256{float})"/>.</summary>
    public static float Exp2(float x) => Exp2(Create(x)).ToScalar();

    private static class Exp2Single
    {
        // 2^-151 is below half the smallest subnormal, 2^128 above the largest float.
        public const float Underflow = -151f;
        public const float Overflow = 128f;

        // 2^r = 1 + C1·r + … + C6·r⁶ on |r| <= 0.5005, minimax in relative error (Lawson), the coefficients rounded to float one after
        // the other, the later ones fitted again each time. Error 0.05 ULP.
        public const float C1 = 0.6931472f;
        public const float C2 = 0.24022648f;
        public const float C3 = 0.055503596f;
        public const float C4 = 0.009618503f;
        public const float C5 = 0.0013390997f;
        public const float C6 = 0.00015327842f;
    }
}
