using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The natural logarithm of each lane.</summary>
    /// <remarks>
    /// Log(±0) is -∞, the logarithm of a negative number is NaN, Log(+∞) is +∞, NaN stays NaN and Log(1) is exactly 0;
    /// subnormal arguments are as accurate as others. Worst error measured: 0.91 ULP. A lane's result does not depend
    /// on its position, nor on its neighbours: they only decide how long it takes.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log(Vector256<double> x)
    {
        // x = 2^n·(1 + f) with 1 + f in [√½, √2). The bias minus the exponent of x is -n.
        x = PositiveNormal(x, out Vector256<double> bias);
        Vector256<long> distance = x.AsInt64() + Create(LogDouble.OneBits - LogDouble.RootOfHalfBits);
        Vector256<long> mantissa = (distance & Create(LogDouble.MantissaMask)) + Create(LogDouble.RootOfHalfBits);
        return LogOfParts(mantissa.AsDouble() - Create(1.0), bias - ExponentOnTop(distance));
    }

    // What has the same logarithm as x, with the bias that belongs to it: the rarer arguments are turned into positive normal numbers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> PositiveNormal(Vector256<double> x, out Vector256<double> bias)
    {
        bias = Create(LogDouble.ExponentBias);

        // One comparison finds everything but positive normal numbers: the smallest of those is moved to the least integer.
        // A branch, in place and without a call, costs less than carrying the selections along.
        if (GreaterThanAny(
            x.AsInt64() - Create(LogDouble.SmallestNormalBits + long.MinValue),
            Create(LogDouble.InfinityBits - LogDouble.SmallestNormalBits - 1 + long.MinValue)))
        {
            Vector256<double> subnormal = LessThan(x, Create(LogDouble.SmallestNormal));
            bias = ConditionalSelect(subnormal, Create(LogDouble.ExponentBias + LogDouble.SubnormalExponent), bias);
            bias = ConditionalSelect(IsPositiveInfinity(x), -x, bias);
            Vector256<double> pole = ConditionalSelect(IsZero(x), Create(double.PositiveInfinity), Create(double.NaN));
            bias = ConditionalSelect(GreaterThan(x, Vector256<double>.Zero), bias, pole);
            x = ConditionalSelect(subnormal, x * Create(LogDouble.SubnormalScale), x);
        }

        return x;
    }

    // The biased exponent plus 2^52. Written into the low bits of 2^52, it is a double at once: few machines convert a
    // vector of long.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ExponentOnTop(Vector256<long> bits) =>
        ((bits >>> 52) | Create(LogDouble.TwoTo52Bits)).AsDouble();

    // log(1 + f) - minusN·ln2. The negated exponent keeps the sign of f = ±0: its zero is +0, the product then -0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LogOfParts(Vector256<double> f, Vector256<double> minusN)
    {
        // log(1 + f) = 2·artanh(s) = 2s + s·R(s²), where 2s = f - s·f: the result is f with a small correction.
        Vector256<double> s = f / (f + Create(2.0));
        Vector256<double> correction = FusedMultiplyAdd(s, f - LogSeries(s * s), minusN * Create(LogDouble.Ln2Low));
        return FusedMultiplyAdd(minusN, Create(-LogDouble.Ln2High), f - correction);
    }

    // C1·z + … + C8·z⁸
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LogSeries(Vector256<double> z)
    {
        Vector256<double> zz = z * z;
        Vector256<double> p = FusedMultiplyAdd(Create(LogDouble.C8), z, Create(LogDouble.C7));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(LogDouble.C6), z, Create(LogDouble.C5)));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(LogDouble.C4), z, Create(LogDouble.C3)));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(LogDouble.C2), z, Create(LogDouble.C1)));
        return p * z;
    }
}
