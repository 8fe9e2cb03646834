using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    // The angle, from 0 to π/2, of a point with y and x at least 0 and not both 0, in two parts as they are.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> AngleInParts(
        Vector256<double> y,
        Vector256<double> yLow,
        Vector256<double> x,
        Vector256<double> xLow,
        out Vector256<double> low)
    {
        // Above the diagonal it is π/2 less the angle of the mirrored point.
        Vector256<double> isAbove = GreaterThan(y, x);
        Vector256<double> angle = AngleBelowDiagonalInParts(
            ConditionalSelect(isAbove, x, y),
            ConditionalSelect(isAbove, xLow, yLow),
            ConditionalSelect(isAbove, y, x),
            ConditionalSelect(isAbove, yLow, xLow),
            out low);
        Vector256<double> complement = SumFromLarger(Create(AngleDouble.HalfPi), -angle, out Vector256<double> complementLow);
        complementLow += Create(AngleDouble.HalfPiLow) - low;
        low = ConditionalSelect(isAbove, complementLow, low);
        return ConditionalSelect(isAbove, complement, angle);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> AngleBelowDiagonalInParts(
        Vector256<double> y,
        Vector256<double> yLow,
        Vector256<double> x,
        Vector256<double> xLow,
        out Vector256<double> low)
    {
        // Turned back by the angle of slope c = 0, ½ or 1, the nearest: arctan(y/x) = arctan(c) + arctan(r), r = (y - c·x)/(x + c·y) up to ¼. The
        // difference has no error.
        Vector256<double> first = GreaterThanOrEqual(y, x * Create(0.25));
        Vector256<double> second = GreaterThanOrEqual(y, x * Create(0.8125));
        Vector256<double> c = ConditionalSelect(second, Create(1.0), first & Create(0.5));
        Vector256<double> turned = ConditionalSelect(second, Create(AngleDouble.QuarterPi), first & Create(AngleDouble.OfHalf));
        Vector256<double> turnedLow = ConditionalSelect(second, Create(AngleDouble.QuarterPiLow), first & Create(AngleDouble.OfHalfLow));
        Vector256<double> divisor = SumFromLarger(x, c * y, out Vector256<double> divisorLow);
        Vector256<double> r = QuotientInParts(
            FusedMultiplyAdd(-c, x, y),
            FusedMultiplyAdd(-c, xLow, yLow),
            divisor,
            divisorLow + FusedMultiplyAdd(c, yLow, xLow),
            out Vector256<double> rLow);

        Vector256<double> z = r * r;
        Vector256<double> zz = z * z;
        Vector256<double> p = FusedMultiplyAdd(Create(AngleDouble.C8), z, Create(AngleDouble.C7));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(AngleDouble.C6), z, Create(AngleDouble.C5)));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(AngleDouble.C4), z, Create(AngleDouble.C3)));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(AngleDouble.C2), z, Create(AngleDouble.C1)));
        Vector256<double> high = SumFromLarger(turned, r, out low);
        low += FusedMultiplyAdd(r * z, p, rLow + turnedLow);
        return high;
    }

    // π less the angle where a number has the sign of a negative one, and both parts added up.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> AngleBySign(Vector256<double> angle, Vector256<double> low, Vector256<double> sign)
    {
        Vector256<double> supplement = SumFromLarger(Create(AngleDouble.Pi), -angle, out Vector256<double> supplementLow);
        supplement += supplementLow + (Create(AngleDouble.PiLow) - low);
        return ConditionalSelect(LessThan(sign.AsInt64(), Vector256<long>.Zero).AsDouble(), supplement, angle + low);
    }
}
