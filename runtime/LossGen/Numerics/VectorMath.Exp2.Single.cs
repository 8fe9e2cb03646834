using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>2 to the power of each lane.</summary>
    /// <remarks>
    /// Exact where x is a whole number. Overflows to +∞ and goes down through the subnormals to 0: Exp2(-∞) is 0, Exp2(+∞) is +∞
    /// and NaN stays NaN. Worst error over all floats: 0.88 ULP. A lane's result does not depend on its position.
    /// <para>
    /// Made for this library, like <see cref="Exp(Vector256{float})"/>, but that the nearest whole number is subtracted without an error.
    /// </para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp2(Vector256<float> x)
    {
        // The bounds, the split of 2^n in two factors and the order of the constants are those of Exp, where they are explained.
        x = MinNative(Create(Exp2Single.Overflow), MaxNative(Create(Exp2Single.Underflow), x));

        Vector256<float> shifted = x + Create(ExpSingle.Rounder);
        Vector256<float> r = x - (shifted - Create(ExpSingle.Rounder));

        Vector256<int> exponents = shifted.AsInt32() << 23;
        Vector256<int> firstHalf = (exponents >>> 1) & Create(ExpSingle.ExponentMask);
        Vector256<float> first = firstHalf.AsSingle();
        Vector256<float> second = (exponents - firstHalf).AsSingle();

        // (2^r - 1)/r
        Vector256<float> p = FusedMultiplyAdd(Create(Exp2Single.C6), r, Create(Exp2Single.C5));
        p = FusedMultiplyAdd(p, r, Create(Exp2Single.C4));
        p = FusedMultiplyAdd(p, r, Create(Exp2Single.C3));
        p = FusedMultiplyAdd(p, r, Create(Exp2Single.C2));
        p = FusedMultiplyAdd(p, r, Create(Exp2Single.C1));
        return FusedMultiplyAdd(r * first, p, first) * second;
    }

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
