using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>e to the power of each lane.</summary>
    /// <remarks>
    /// Overflows to +∞ and goes down through the subnormals to 0. Exp(±0) is exactly 1, Exp(-∞) is 0, Exp(+∞) is +∞ and
    /// NaN stays NaN. Worst error over all floats: 0.90 ULP. A lane's result does not depend on its position.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        // Beyond these bounds nothing changes any more, and inside them r stays small. The constant comes first because
        // where the native operations do not propagate a NaN from either side, they return the second operand.
        x = MinNative(Create(ExpSingle.Overflow), MaxNative(Create(ExpSingle.Underflow), x));

        // x = n·ln2 + r with |r| <= ln2/2. Adding the large constant rounds to n and leaves n + 254 in the low bits.
        Vector256<float> shifted = FusedMultiplyAdd(x, Create(ExpSingle.Log2E), Create(ExpSingle.Rounder));
        Vector256<float> n = shifted - Create(ExpSingle.Rounder);
        Vector256<float> r = FusedMultiplyAdd(n, Create(-ExpSingle.Ln2High), x);
        r = FusedMultiplyAdd(n, Create(-ExpSingle.Ln2Low), r);

        // One float has no room for 2^n over the full range, so it is split in two factors of half the exponent. The second
        // one makes the overflow or the rounding to a subnormal; for a normal result it is exact.
        Vector256<int> exponents = shifted.AsInt32() << 23;
        Vector256<int> firstHalf = (exponents >>> 1) & Create(ExpSingle.ExponentMask);
        Vector256<float> first = firstHalf.AsSingle();
        Vector256<float> second = (exponents - firstHalf).AsSingle();

        return FusedMultiplyAdd(r * first, ExpQuotient(r), first) * second;
    }

    /// <summary>e to the power of <paramref name="x"/>: the bits of a lane of <see cref="Exp(Vector256{float})"/>.</summary>
    public static float Exp(float x) => Exp(Create(x)).ToScalar();

    // (exp(r) - 1)/r
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ExpQuotient(Vector256<float> r)
    {
        Vector256<float> p = FusedMultiplyAdd(Create(ExpSingle.C6), r, Create(ExpSingle.C5));
        p = FusedMultiplyAdd(p, r, Create(ExpSingle.C4));
        p = FusedMultiplyAdd(p, r, Create(ExpSingle.C3));
        p = FusedMultiplyAdd(p, r, Create(ExpSingle.C2));
        return FusedMultiplyAdd(p, r, Create(1f));
    }

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
