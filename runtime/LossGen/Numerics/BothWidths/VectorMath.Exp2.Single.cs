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
        // The bounds and the order of the constants are those of Exp, where they are explained.
        x = MinNative(Create(Exp2Single.Overflow), MaxNative(Create(Exp2Single.Underflow), x));

        Vector256<float> shifted = x + Create(ExpSingle.Rounder);
        Vector256<float> r = x - (shifted - Create(ExpSingle.Rounder));

        // (2^r - 1)/r
        Vector256<float> p = FusedMultiplyAdd(Create(Exp2Single.C6), r, Create(Exp2Single.C5));
        p = FusedMultiplyAdd(p, r, Create(Exp2Single.C4));
        p = FusedMultiplyAdd(p, r, Create(Exp2Single.C3));
        p = FusedMultiplyAdd(p, r, Create(Exp2Single.C2));
        p = FusedMultiplyAdd(p, r, Create(Exp2Single.C1));
        return OnePlusScaled(r, p, shifted);
    }
}
