using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>e to the power of each lane, minus 1, as accurate for the tiniest x as for any other.</summary>
    /// <remarks>
    /// ExpM1(±0) is ±0, ExpM1(-∞) is -1, ExpM1(+∞) is +∞ and NaN stays NaN. Worst error over all floats: 0.87 ULP. A lane's
    /// result does not depend on its position.
    /// <para>
    /// Made for this library: the reduction of <see cref="Exp(Vector256{float})"/>, a polynomial without its first two terms, and sums
    /// that keep what their rounding leaves out.
    /// </para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ExpM1(Vector256<float> x)
    {
        // Half the result, as 2^n of the largest results is no float.
        Vector256<float> bounded = MinNative(Create(ExpSingle.Overflow), MaxNative(Create(ExpM1Single.Saturation), x));
        Vector256<float> high = ExpM1InParts(
            bounded,
            Create(ExpM1Single.HalvingRounder),
            Create(0.5f),
            out Vector256<float> low,
            out Vector256<float> power);

        // Where the power is so large that the unit subtracted from it was rounded, that goes here.
        Vector256<float> unitRest = power - (power - Create(0.5f)) - Create(0.5f);
        Vector256<float> half = high + (low + unitRest);

        // The tiniest arguments are their own result. Halved, subnormal ones would lose a bit, and -0 its sign.
        return ConditionalSelect(LessThan(Abs(x), Create(ExpM1Single.Tiny)), x, half + half);
    }

    // unit·(exp(x) - 1) in two parts, the second of them smaller, and unit·2^n, the power next to unit·exp(x). The rounder has the
    // exponent bias and the unit, a power of two. The difference of power and unit has to be exact, or the caller adds its error.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ExpM1InParts(
        Vector256<float> x,
        Vector256<float> rounder,
        Vector256<float> unit,
        out Vector256<float> low,
        out Vector256<float> power)
    {
        Vector256<float> shifted = FusedMultiplyAdd(x, Create(ExpSingle.Log2E), rounder);
        Vector256<float> n = shifted - rounder;
        Vector256<float> exact = FusedMultiplyAdd(n, Create(-ExpSingle.Ln2High), x);
        Vector256<float> r = FusedMultiplyAdd(n, Create(-ExpSingle.Ln2Low), exact);
        Vector256<float> error = FusedMultiplyAdd(n, Create(-ExpSingle.Ln2Low), exact - r);

        // exp(r + error) = exp(r) + error·(1 + r) and less than shows.
        error = FusedMultiplyAdd(error, r, error);

        Vector256<float> p = FusedMultiplyAdd(Create(ExpM1Single.C7), r, Create(ExpM1Single.C6));
        p = FusedMultiplyAdd(p, r, Create(ExpM1Single.C5));
        p = FusedMultiplyAdd(p, r, Create(ExpM1Single.C4));
        p = FusedMultiplyAdd(p, r, Create(ExpM1Single.C3));
        p = FusedMultiplyAdd(p, r, Create(0.5f));
        Vector256<float> rest = FusedMultiplyAdd(r * r, p, error);

        // unit·2^n·(1 + r + rest) - unit, where a sum's rounding error goes into the second part.
        power = (shifted.AsInt32() << 23).AsSingle();
        Vector256<float> high = FusedMultiplyAdd(power, r, power - unit);
        low = FusedMultiplyAdd(power, rest, FusedMultiplyAdd(power, r, power - unit - high));
        return high;
    }
}
