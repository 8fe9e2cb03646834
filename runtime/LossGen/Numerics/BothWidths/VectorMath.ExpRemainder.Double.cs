using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>exp(x) - 1 - x for each lane, as accurate for the tiniest x as for any other.</summary>
    /// <remarks>
    /// ExpRemainder(±0) is 0, ExpRemainder(±∞) is +∞ and NaN stays NaN. Worst error measured: 1.50 ULP. A lane's result does not depend on
    /// its position.
    /// <para>
    /// Made for this library: a polynomial without its first two terms up to 1, and the parts of <see cref="ExpM1(Vector256{double})"/> beyond.
    /// </para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ExpRemainder(Vector256<double> x)
    {
        // The steps are those of the float function, where they are explained.
        Vector256<double> capped = MinNative(Create(ExpDouble.Overflow), x);
        Vector256<double> high = ExpM1InParts(
            MaxNative(Create(ExpM1Double.Saturation), capped),
            Create(ExpM1Double.HalvingRounder),
            Create(0.5),
            out Vector256<double> low,
            out Vector256<double> power);
        Vector256<double> unitRest = power - (power - Create(0.5)) - Create(0.5);
        Vector256<double> half = FusedMultiplyAdd(capped, Create(-0.5), high) + (low + unitRest);

        Vector256<double> p = ExpRemainderSeries(x);
        Vector256<double> product = x * p;
        Vector256<double> rest = FusedMultiplyAdd(x, p, -product);
        Vector256<double> series = FusedMultiplyAdd(x, product, x * rest);
        return ConditionalSelect(LessThan(Abs(x), Create(1.0)), series, half + half);
    }

    // (exp(x) - 1 - x)/x² of an x up to 1
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ExpRemainderSeries(Vector256<double> x)
    {
        Vector256<double> xx = x * x;
        Vector256<double> p = FusedMultiplyAdd(Create(ExpRemainderDouble.C16), x, Create(ExpRemainderDouble.C15));
        p = FusedMultiplyAdd(p, xx, FusedMultiplyAdd(Create(ExpRemainderDouble.C14), x, Create(ExpRemainderDouble.C13)));
        p = FusedMultiplyAdd(p, xx, FusedMultiplyAdd(Create(ExpRemainderDouble.C12), x, Create(ExpRemainderDouble.C11)));
        p = FusedMultiplyAdd(p, xx, FusedMultiplyAdd(Create(ExpRemainderDouble.C10), x, Create(ExpRemainderDouble.C9)));
        p = FusedMultiplyAdd(p, xx, FusedMultiplyAdd(Create(ExpRemainderDouble.C8), x, Create(ExpRemainderDouble.C7)));
        p = FusedMultiplyAdd(p, xx, FusedMultiplyAdd(Create(ExpRemainderDouble.C6), x, Create(ExpRemainderDouble.C5)));
        p = FusedMultiplyAdd(p, xx, FusedMultiplyAdd(Create(ExpRemainderDouble.C4), x, Create(ExpRemainderDouble.C3)));
        return FusedMultiplyAdd(p, x, Create(0.5));
    }
}
