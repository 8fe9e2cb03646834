using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>e to the power of each lane, minus 1, as accurate for the tiniest x as for any other.</summary>
    /// <remarks>
    /// ExpM1(±0) is ±0, ExpM1(-∞) is -1, ExpM1(+∞) is +∞ and NaN stays NaN. Worst error measured: 0.84 ULP. A lane's result
    /// does not depend on its position.
    /// <para>
    /// Made for this library: the reduction of <see cref="Exp(Vector256{double})"/>, a polynomial without its first two terms, and sums
    /// that keep what their rounding leaves out.
    /// </para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ExpM1(Vector256<double> x)
    {
        // The steps are those of the float function, where they are explained.
        Vector256<double> bounded = MinNative(Create(ExpDouble.Overflow), MaxNative(Create(ExpM1Double.Saturation), x));
        Vector256<double> high = ExpM1InParts(
            bounded,
            Create(ExpM1Double.HalvingRounder),
            Create(0.5),
            out Vector256<double> low,
            out Vector256<double> power);
        Vector256<double> unitRest = power - (power - Create(0.5)) - Create(0.5);
        Vector256<double> half = high + (low + unitRest);
        return ConditionalSelect(LessThan(Abs(x), Create(ExpM1Double.Tiny)), x, half + half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ExpM1InParts(
        Vector256<double> x,
        Vector256<double> rounder,
        Vector256<double> unit,
        out Vector256<double> low,
        out Vector256<double> power)
    {
        Vector256<double> shifted = FusedMultiplyAdd(x, Create(ExpDouble.Log2E), rounder);
        Vector256<double> n = shifted - rounder;
        Vector256<double> exact = FusedMultiplyAdd(n, Create(-ExpDouble.Ln2High), x);
        Vector256<double> r = FusedMultiplyAdd(n, Create(-ExpDouble.Ln2Low), exact);
        Vector256<double> error = FusedMultiplyAdd(n, Create(-ExpDouble.Ln2Low), exact - r);
        error = FusedMultiplyAdd(error, r, error);

        // In pairs where the terms are too small for the order to show in the result.
        Vector256<double> rr = r * r;
        Vector256<double> p = FusedMultiplyAdd(Create(ExpM1Double.C12), rr, FusedMultiplyAdd(Create(ExpM1Double.C11), r, Create(ExpM1Double.C10)));
        p = FusedMultiplyAdd(p, rr, FusedMultiplyAdd(Create(ExpM1Double.C9), r, Create(ExpM1Double.C8)));
        p = FusedMultiplyAdd(p, rr, FusedMultiplyAdd(Create(ExpM1Double.C7), r, Create(ExpM1Double.C6)));
        p = FusedMultiplyAdd(p, rr, FusedMultiplyAdd(Create(ExpM1Double.C5), r, Create(ExpM1Double.C4)));
        p = FusedMultiplyAdd(p, r, Create(ExpM1Double.C3));
        Vector256<double> rest = FusedMultiplyAdd(rr, Create(0.5), FusedMultiplyAdd(rr * r, p, error));

        power = (shifted.AsInt64() << 52).AsDouble();
        Vector256<double> high = FusedMultiplyAdd(power, r, power - unit);
        low = FusedMultiplyAdd(power, rest, FusedMultiplyAdd(power, r, power - unit - high));
        return high;
    }
}
