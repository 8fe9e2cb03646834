using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    // value·2^n for n up to 0, from n + ExpNonPositiveSingle.Rounder: the power is made 2^64 times as great, so that it and the product are normal numbers, and the last step
    // alone rounds to a subnormal one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ScaleInSteps(Vector256<float> value, Vector256<float> shifted) =>
        value * (shifted.AsInt32() << 23).AsSingle() * Create(ExpNonPositiveSingle.Unscale);

    // (1 + r·quotient)·2^n, from n + ExpSingle.Rounder. One float has no room for 2^n over the full range, so it is split in two factors of half the exponent. The second
    // one makes the overflow or the rounding to a subnormal; for a normal result it is exact.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> OnePlusInHalves(Vector256<float> r, Vector256<float> quotient, Vector256<float> shifted)
    {
        Vector256<int> exponents = shifted.AsInt32() << 23;
        Vector256<int> firstHalf = (exponents >>> 1) & Create(ExpSingle.ExponentMask);
        Vector256<float> first = firstHalf.AsSingle();
        Vector256<float> second = (exponents - firstHalf).AsSingle();
        return FusedMultiplyAdd(r * first, quotient, first) * second;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> OnePlusInHalves(Vector256<double> r, Vector256<double> quotient, Vector256<double> shifted)
    {
        Vector256<long> exponents = shifted.AsInt64() << 52;
        Vector256<long> firstHalf = (exponents >>> 1) & Create(ExpDouble.ExponentMask);
        Vector256<double> first = firstHalf.AsDouble();
        Vector256<double> second = (exponents - firstHalf).AsDouble();
        return FusedMultiplyAdd(r * first, quotient, first) * second;
    }

    // The same as for float, with a power 2^128 times as great.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ScaleInSteps(Vector256<double> value, Vector256<double> shifted) =>
        value * (shifted.AsInt64() << 52).AsDouble() * Create(ExpNonPositiveDouble.Unscale);
}
