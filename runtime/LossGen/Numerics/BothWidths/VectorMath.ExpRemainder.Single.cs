using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>exp(x) - 1 - x for each lane, as accurate for the tiniest x as for any other.</summary>
    /// <remarks>
    /// ExpRemainder(±0) is 0, ExpRemainder(±∞) is +∞ and NaN stays NaN. Worst error measured: 1.50 ULP. A lane's result does not
    /// depend on its position.
    /// <para>
    /// Made for this library: a polynomial without its first two terms up to 1, and the parts of <see cref="ExpM1(Vector256{float})"/> beyond.
    /// </para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ExpRemainder(Vector256<float> x)
    {
        // Half of exp(x) - 1, as 2^n of the largest results is no float; then half of x less.
        Vector256<float> capped = MinNative(Create(ExpSingle.Overflow), x);
        Vector256<float> high = ExpM1InParts(
            MaxNative(Create(ExpM1Single.Saturation), capped),
            Create(ExpM1Single.HalvingRounder),
            Create(0.5f),
            out Vector256<float> low,
            out Vector256<float> power);
        Vector256<float> unitRest = power - (power - Create(0.5f)) - Create(0.5f);
        Vector256<float> half = FusedMultiplyAdd(capped, Create(-0.5f), high) + (low + unitRest);

        // x²·p, where the product of x and p keeps what its rounding leaves out.
        Vector256<float> p = ExpRemainderSeries(x);
        Vector256<float> product = x * p;
        Vector256<float> rest = FusedMultiplyAdd(x, p, -product);
        Vector256<float> series = FusedMultiplyAdd(x, product, x * rest);
        return ConditionalSelect(LessThan(Abs(x), Create(1f)), series, half + half);
    }

    // (exp(x) - 1 - x)/x² of an x up to 1
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ExpRemainderSeries(Vector256<float> x)
    {
        Vector256<float> xx = x * x;
        Vector256<float> p = FusedMultiplyAdd(Create(ExpRemainderSingle.C9), x, Create(ExpRemainderSingle.C8));
        p = FusedMultiplyAdd(p, xx, FusedMultiplyAdd(Create(ExpRemainderSingle.C7), x, Create(ExpRemainderSingle.C6)));
        p = FusedMultiplyAdd(p, xx, FusedMultiplyAdd(Create(ExpRemainderSingle.C5), x, Create(ExpRemainderSingle.C4)));
        p = FusedMultiplyAdd(p, x, Create(ExpRemainderSingle.C3));
        return FusedMultiplyAdd(p, x, Create(0.5f));
    }
}
