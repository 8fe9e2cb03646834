using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace LossGen;

// The logarithms step by step as in half as many lanes, where the steps are explained, so that each lane has the same bits.
public static partial class VectorMath
{
    /// <inheritdoc cref="Log(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x)
    {
        Vector512<float> offset = Vector512<float>.Zero;

        if (GreaterThanAny(
            x.AsInt32() - Create(LogSingle.SmallestNormalBits + int.MinValue),
            Create(LogSingle.InfinityBits - LogSingle.SmallestNormalBits - 1 + int.MinValue)))
        {
            Vector512<float> subnormal = LessThan(x, Create(LogSingle.SmallestNormal));
            offset = subnormal & Create(LogSingle.SubnormalExponent);
            offset = ConditionalSelect(IsPositiveInfinity(x), -x, offset);
            Vector512<float> pole = ConditionalSelect(IsZero(x), Create(float.PositiveInfinity), Create(float.NaN));
            offset = ConditionalSelect(GreaterThan(x, Vector512<float>.Zero), offset, pole);
            x = ConditionalSelect(subnormal, x * Create(LogSingle.SubnormalScale), x);
        }

        Vector512<int> distance = x.AsInt32() - Create(LogSingle.ThreeQuartersBits);
        Vector512<int> mantissa = (distance & Create(LogSingle.MantissaMask)) + Create(LogSingle.ThreeQuartersBits);
        return LogOfParts(mantissa.AsSingle() - Create(1f), offset - ConvertToSingle(distance >> 23));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LogOfParts(Vector512<float> f, Vector512<float> minusN) =>
        FusedMultiplyAdd(minusN, Create(-LogSingle.Ln2), LogOfFraction(f));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LogOfFraction(Vector512<float> f)
    {
        Vector512<float> ff = f * f;
        Vector512<float> p = FusedMultiplyAdd(Create(LogSingle.C10), f, Create(LogSingle.C9));
        p = FusedMultiplyAdd(p, ff, FusedMultiplyAdd(Create(LogSingle.C8), f, Create(LogSingle.C7)));
        p = FusedMultiplyAdd(p, ff, FusedMultiplyAdd(Create(LogSingle.C6), f, Create(LogSingle.C5)));
        p = FusedMultiplyAdd(p, ff, FusedMultiplyAdd(Create(LogSingle.C4), f, Create(LogSingle.C3)));
        p = FusedMultiplyAdd(p, f, Create(-0.5f));
        return FusedMultiplyAdd(ff, p, f);
    }

    /// <inheritdoc cref="Log1P(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log1P(Vector512<float> x)
    {
        Vector512<float> u = x + Create(1f);
        Vector512<float> offset = Vector512<float>.Zero;

        if (GreaterThanAny(
            u.AsInt32() - Create(LogSingle.SmallestNormalBits + int.MinValue),
            Create(Log1PSingle.HugeBits - LogSingle.SmallestNormalBits - 1 + int.MinValue)))
        {
            Vector512<float> huge = GreaterThanOrEqual(u, Create(Log1PSingle.Huge));
            offset = huge & Create(-Log1PSingle.HugeExponent);
            offset = ConditionalSelect(IsPositiveInfinity(u), -u, offset);
            Vector512<float> pole = ConditionalSelect(IsZero(u), Create(float.PositiveInfinity), Create(float.NaN));
            offset = ConditionalSelect(GreaterThan(u, Vector512<float>.Zero), offset, pole);

            x = ConditionalSelect(huge, x * Create(Log1PSingle.HugeScale), x);
            x &= LessThan(Abs(offset), Create(float.PositiveInfinity));
            u = x + Create(1f);
        }

        Vector512<int> distance = DistanceOfSum(u);
        return LogOfParts(FractionOfOnePlus(x, distance), offset - ConvertToSingle(distance >> 23));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> DistanceOfSum(Vector512<float> u) =>
        u.AsInt32() + Vector512.Equals(u, Create(1.5f)).AsInt32() - Create(LogSingle.ThreeQuartersBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> FractionOfOnePlus(Vector512<float> x, Vector512<int> distance)
    {
        Vector512<float> scale = (Create(Log1PSingle.OneBits) - (distance & Create(~LogSingle.MantissaMask))).AsSingle();
        return FusedMultiplyAdd(x, scale, -(Create(1f) - scale));
    }

    /// <inheritdoc cref="Log1PNonNegative(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log1PNonNegative(Vector512<float> x)
    {
        Vector512<int> distance = DistanceOfSum(x + Create(1f));
        return FusedMultiplyAdd(ConvertToSingle(distance >> 23), Create(LogSingle.Ln2), LogOfFraction(FractionOfOnePlus(x, distance)));
    }

    /// <inheritdoc cref="Log1POfFraction(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log1POfFraction(Vector512<float> x)
    {
        Vector512<float> isUpper = GreaterThan(x + Create(1f), Create(1.5f));
        Vector512<float> f = ConditionalSelect(isUpper, FusedMultiplyAdd(x, Create(0.5f), Create(-0.5f)), x);
        return LogOfFraction(f) + (isUpper & Create(LogSingle.Ln2));
    }

    /// <inheritdoc cref="LogOfNormal(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogOfNormal(Vector512<float> x)
    {
        Vector512<float> one = (x - x) + Create(1f);

        Vector512<int> distance = x.AsInt32() - Create(LogSingle.ThreeQuartersBits);
        Vector512<int> mantissa = (distance & Create(LogSingle.MantissaMask)) + Create(LogSingle.ThreeQuartersBits);
        return FusedMultiplyAdd(ConvertToSingle(distance >> 23), Create(LogSingle.Ln2), LogOfFraction(mantissa.AsSingle() - one));
    }
}
