using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>2 to the power of each lane.</summary>
    /// <remarks>
    /// Exact where x is a whole number. Overflows to +∞ and goes down through the subnormals to 0: Exp2(-∞) is 0, Exp2(+∞) is +∞
    /// and NaN stays NaN. Worst error measured: 0.89 ULP. A lane's result does not depend on its position.
    /// <para>
    /// Made for this library, like <see cref="Exp(Vector256{double})"/>, but that the nearest whole number is subtracted without an error.
    /// </para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp2(Vector256<double> x)
    {
        // The steps are those of the float function, where they are explained.
        x = MinNative(Create(Exp2Double.Overflow), MaxNative(Create(Exp2Double.Underflow), x));
        Vector256<double> shifted = x + Create(ExpDouble.Rounder);
        return Exp2OfParts(shifted, x - (shifted - Create(ExpDouble.Rounder)));
    }

    // 2^(n + r), where the first argument has n + 2046 in its low bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Exp2OfParts(Vector256<double> shifted, Vector256<double> r) => OnePlusScaled(r, Exp2Quotient(r), shifted);

    // (2^r - 1)/r
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Exp2Quotient(Vector256<double> r)
    {
        Vector256<double> rr = r * r;
        Vector256<double> p = FusedMultiplyAdd(Create(Exp2Double.C11), r, Create(Exp2Double.C10));
        p = FusedMultiplyAdd(p, rr, FusedMultiplyAdd(Create(Exp2Double.C9), r, Create(Exp2Double.C8)));
        p = FusedMultiplyAdd(p, rr, FusedMultiplyAdd(Create(Exp2Double.C7), r, Create(Exp2Double.C6)));
        p = FusedMultiplyAdd(p, rr, FusedMultiplyAdd(Create(Exp2Double.C5), r, Create(Exp2Double.C4)));
        p = FusedMultiplyAdd(p, r, Create(Exp2Double.C3));
        p = FusedMultiplyAdd(p, r, Create(Exp2Double.C2));
        return FusedMultiplyAdd(p, r, Create(Exp2Double.C1));
    }
}
