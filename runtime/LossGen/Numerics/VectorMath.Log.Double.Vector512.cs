using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace LossGen;

// The logarithms step by step as in half as many lanes, where the steps are explained, so that each lane has the same bits.
public static partial class VectorMath
{
    /// <inheritdoc cref="Log(Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log(Vector512<double> x)
    {
        Vector512<double> bias = Create(LogDouble.ExponentBias);

        if (GreaterThanAny(
            x.AsInt64() - Create(LogDouble.SmallestNormalBits + long.MinValue),
            Create(LogDouble.InfinityBits - LogDouble.SmallestNormalBits - 1 + long.MinValue)))
        {
            Vector512<double> subnormal = LessThan(x, Create(LogDouble.SmallestNormal));
            bias = ConditionalSelect(subnormal, Create(LogDouble.ExponentBias + LogDouble.SubnormalExponent), bias);
            bias = ConditionalSelect(IsPositiveInfinity(x), -x, bias);
            Vector512<double> pole = ConditionalSelect(IsZero(x), Create(double.PositiveInfinity), Create(double.NaN));
            bias = ConditionalSelect(GreaterThan(x, Vector512<double>.Zero), bias, pole);
            x = ConditionalSelect(subnormal, x * Create(LogDouble.SubnormalScale), x);
        }

        Vector512<long> distance = x.AsInt64() + Create(LogDouble.OneBits - LogDouble.RootOfHalfBits);
        Vector512<long> mantissa = (distance & Create(LogDouble.MantissaMask)) + Create(LogDouble.RootOfHalfBits);
        return LogOfParts(mantissa.AsDouble() - Create(1.0), bias - ExponentOnTop(distance));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExponentOnTop(Vector512<long> bits) =>
        ((bits >>> 52) | Create(LogDouble.TwoTo52Bits)).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LogOfParts(Vector512<double> f, Vector512<double> minusN)
    {
        Vector512<double> s = f / (f + Create(2.0));
        Vector512<double> z = s * s;
        Vector512<double> zz = z * z;
        Vector512<double> p = FusedMultiplyAdd(Create(LogDouble.C8), z, Create(LogDouble.C7));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(LogDouble.C6), z, Create(LogDouble.C5)));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(LogDouble.C4), z, Create(LogDouble.C3)));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(LogDouble.C2), z, Create(LogDouble.C1)));
        Vector512<double> correction = FusedMultiplyAdd(s, f - (p * z), minusN * Create(LogDouble.Ln2Low));
        return FusedMultiplyAdd(minusN, Create(-LogDouble.Ln2High), f - correction);
    }

    /// <inheritdoc cref="Log1P(Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log1P(Vector512<double> x)
    {
        Vector512<double> u = x + Create(1.0);
        Vector512<double> bias = Create(LogDouble.ExponentBias);

        if (GreaterThanAny(
            u.AsInt64() - Create(LogDouble.SmallestNormalBits + long.MinValue),
            Create(Log1PDouble.HugeBits - LogDouble.SmallestNormalBits - 1 + long.MinValue)))
        {
            Vector512<double> huge = GreaterThanOrEqual(u, Create(Log1PDouble.Huge));
            bias = ConditionalSelect(huge, Create(LogDouble.ExponentBias - Log1PDouble.HugeExponent), bias);
            bias = ConditionalSelect(IsPositiveInfinity(u), -u, bias);
            Vector512<double> pole = ConditionalSelect(IsZero(u), Create(double.PositiveInfinity), Create(double.NaN));
            bias = ConditionalSelect(GreaterThan(u, Vector512<double>.Zero), bias, pole);

            x = ConditionalSelect(huge, x * Create(Log1PDouble.HugeScale), x);
            x &= LessThan(Abs(bias), Create(double.PositiveInfinity));
            u = x + Create(1.0);
        }

        Vector512<long> distance = DistanceOfSum(u);
        return LogOfParts(FractionOfOnePlus(x, distance), bias - ExponentOnTop(distance));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> DistanceOfSum(Vector512<double> u) =>
        u.AsInt64() + Vector512.Equals(u, Create(1.5)).AsInt64() + Create(LogDouble.OneBits - Log1PDouble.ThreeQuartersBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> FractionOfOnePlus(Vector512<double> x, Vector512<long> distance)
    {
        Vector512<double> scale = (Create(2 * LogDouble.OneBits) - (distance & Create(~LogDouble.MantissaMask))).AsDouble();
        return FusedMultiplyAdd(x, scale, -(Create(1.0) - scale));
    }

    /// <inheritdoc cref="Log1PNonNegative(Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log1PNonNegative(Vector512<double> x)
    {
        Vector512<long> distance = DistanceOfSum(x + Create(1.0));
        return LogOfParts(FractionOfOnePlus(x, distance), Create(LogDouble.ExponentBias) - ExponentOnTop(distance));
    }

    /// <inheritdoc cref="Log1POfFraction(Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log1POfFraction(Vector512<double> x)
    {
        Vector512<double> isUpper = GreaterThan(x + Create(1.0), Create(1.5));
        Vector512<double> f = ConditionalSelect(isUpper, FusedMultiplyAdd(x, Create(0.5), Create(-0.5)), x);
        return LogOfParts(f, isUpper & Create(-1.0));
    }

    /// <inheritdoc cref="LogOfNormal(Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LogOfNormal(Vector512<double> x)
    {
        Vector512<double> one = (x - x) + Create(1.0);

        Vector512<long> distance = x.AsInt64() + Create(LogDouble.OneBits - LogDouble.RootOfHalfBits);
        Vector512<long> mantissa = (distance & Create(LogDouble.MantissaMask)) + Create(LogDouble.RootOfHalfBits);
        return LogOfParts(mantissa.AsDouble() - one, Create(LogDouble.ExponentBias) - ExponentOnTop(distance));
    }
}
