using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace LossGen;

// Step by step as in half as many lanes, where the steps are explained, so that each lane has the same bits.
public static partial class VectorMath
{
    /// <inheritdoc cref="ExpM1(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ExpM1(Vector512<float> x)
    {
        Vector512<float> bounded = MinNative(Create(ExpSingle.Overflow), MaxNative(Create(ExpM1Single.Saturation), x));
        Vector512<float> high = ExpM1InParts(
            bounded, Create(ExpM1Single.HalvingRounder), Create(0.5f),
            out Vector512<float> low,
            out Vector512<float> power);

        Vector512<float> unitRest = power - (power - Create(0.5f)) - Create(0.5f);
        Vector512<float> half = high + (low + unitRest);

        return ConditionalSelect(LessThan(Abs(x), Create(ExpM1Single.Tiny)), x, half + half);
    }

    /// <inheritdoc cref="Tanh(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        Vector512<float> bounded = MinNative(Create(TanhSingle.Saturation), Abs(x)) * Create(-2f);
        Vector512<float> leading = ExpM1InParts(
            bounded, Create(ExpM1Single.Rounder), Create(1f),
            out Vector512<float> trailing,
            out Vector512<float> power);

        trailing += power - (power - Create(1f) + Create(1f));
        Vector512<float> high = leading + trailing;
        Vector512<float> low = leading - high + trailing;

        Vector512<float> divisor = high + Create(2f);
        Vector512<float> divisorLow = high - (divisor - Create(2f)) + low;
        Vector512<float> inverse = Create(1f) / divisor;
        Vector512<float> quotient = high * inverse;
        Vector512<float> remainder = FusedMultiplyAdd(-quotient, divisorLow, FusedMultiplyAdd(-quotient, divisor, high) + low);
        return CopySign(FusedMultiplyAdd(remainder, inverse, quotient), x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpM1InParts(
        Vector512<float> x,
        Vector512<float> rounder,
        Vector512<float> unit,
        out Vector512<float> low,
        out Vector512<float> power)
    {
        Vector512<float> shifted = FusedMultiplyAdd(x, Create(ExpSingle.Log2E), rounder);
        Vector512<float> n = shifted - rounder;
        Vector512<float> exact = FusedMultiplyAdd(n, Create(-ExpSingle.Ln2High), x);
        Vector512<float> r = FusedMultiplyAdd(n, Create(-ExpSingle.Ln2Low), exact);
        Vector512<float> error = FusedMultiplyAdd(n, Create(-ExpSingle.Ln2Low), exact - r);

        error = FusedMultiplyAdd(error, r, error);

        Vector512<float> p = FusedMultiplyAdd(Create(ExpM1Single.C7), r, Create(ExpM1Single.C6));
        p = FusedMultiplyAdd(p, r, Create(ExpM1Single.C5));
        p = FusedMultiplyAdd(p, r, Create(ExpM1Single.C4));
        p = FusedMultiplyAdd(p, r, Create(ExpM1Single.C3));
        p = FusedMultiplyAdd(p, r, Create(0.5f));
        Vector512<float> rest = FusedMultiplyAdd(r * r, p, error);

        power = (shifted.AsInt32() << 23).AsSingle();
        Vector512<float> high = FusedMultiplyAdd(power, r, power - unit);
        low = FusedMultiplyAdd(power, rest, FusedMultiplyAdd(power, r, power - unit - high));
        return high;
    }
}
