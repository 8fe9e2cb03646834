using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>e to the power of each lane.</summary>
    /// <remarks>
    /// Overflows to +∞ and goes down through the subnormals to 0. Exp(±0) is exactly 1, Exp(-∞) is 0, Exp(+∞) is +∞ and
    /// NaN stays NaN. Worst error measured: 0.90 ULP. A lane's result does not depend on its position.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x)
    {
        // The steps are those of the float function, where they are explained.
        x = MinNative(Create(ExpDouble.Overflow), MaxNative(Create(ExpDouble.Underflow), x));

        Vector256<double> shifted = FusedMultiplyAdd(x, Create(ExpDouble.Log2E), Create(ExpDouble.Rounder));
        Vector256<double> n = shifted - Create(ExpDouble.Rounder);
        Vector256<double> r = FusedMultiplyAdd(n, Create(-ExpDouble.Ln2High), x);
        r = FusedMultiplyAdd(n, Create(-ExpDouble.Ln2Low), r);

        return OnePlusScaled(r, ExpQuotient(r), shifted);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ExpQuotient(Vector256<double> r)
    {
        // In pairs where the terms are too small for the order to show in the result: one chain of eleven steps is long.
        Vector256<double> rr = r * r;
        Vector256<double> p = FusedMultiplyAdd(Create(ExpDouble.C11), r, Create(ExpDouble.C10));
        p = FusedMultiplyAdd(p, rr, FusedMultiplyAdd(Create(ExpDouble.C9), r, Create(ExpDouble.C8)));
        p = FusedMultiplyAdd(p, rr, FusedMultiplyAdd(Create(ExpDouble.C7), r, Create(ExpDouble.C6)));
        p = FusedMultiplyAdd(p, rr, FusedMultiplyAdd(Create(ExpDouble.C5), r, Create(ExpDouble.C4)));
        p = FusedMultiplyAdd(p, r, Create(ExpDouble.C3));
        p = FusedMultiplyAdd(p, r, Create(ExpDouble.C2));
        return FusedMultiplyAdd(p, r, Create(1.0));
    }
}
