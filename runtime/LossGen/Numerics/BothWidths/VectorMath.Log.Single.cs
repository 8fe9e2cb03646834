using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The natural logarithm of each lane.</summary>
    /// <remarks>
    /// Log(±0) is -∞, the logarithm of a negative number is NaN, Log(+∞) is +∞, NaN stays NaN and Log(1) is exactly 0;
    /// subnormal arguments are as accurate as others. Worst error over all floats: 0.96 ULP. A lane's result does not
    /// depend on its position, nor on its neighbours: they only decide how long it takes.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x)
    {
        // x = 2^n·(1 + f) with 1 + f in [3/4, 3/2).
        x = PositiveNormal(x, out Vector256<float> offset);
        Vector256<int> distance = x.AsInt32() - Create(LogSingle.ThreeQuartersBits);
        Vector256<int> mantissa = (distance & Create(LogSingle.MantissaMask)) + Create(LogSingle.ThreeQuartersBits);
        return LogOfParts(mantissa.AsSingle() - Create(1f), offset - ConvertToSingle(distance >> 23));
    }

    // What has the same logarithm as x but for an offset to its negated exponent: the rarer arguments are turned into positive normal numbers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> PositiveNormal(Vector256<float> x, out Vector256<float> offset)
    {
        offset = Vector256<float>.Zero;

        // One comparison finds everything but positive normal numbers: the smallest of those is moved to the least integer.
        // A branch, in place and without a call, costs less than carrying the selections along.
        if (GreaterThanAny(
            x.AsInt32() - Create(LogSingle.SmallestNormalBits + int.MinValue),
            Create(LogSingle.InfinityBits - LogSingle.SmallestNormalBits - 1 + int.MinValue)))
        {
            Vector256<float> subnormal = LessThan(x, Create(LogSingle.SmallestNormal));
            offset = subnormal & Create(LogSingle.SubnormalExponent);
            offset = ConditionalSelect(IsPositiveInfinity(x), -x, offset);
            Vector256<float> pole = ConditionalSelect(IsZero(x), Create(float.PositiveInfinity), Create(float.NaN));
            offset = ConditionalSelect(GreaterThan(x, Vector256<float>.Zero), offset, pole);
            x = ConditionalSelect(subnormal, x * Create(LogSingle.SubnormalScale), x);
        }

        return x;
    }

    // log(1 + f) - minusN·ln2. The negated exponent keeps the sign of f = ±0: its zero is +0, the product then -0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> LogOfParts(Vector256<float> f, Vector256<float> minusN) =>
        FusedMultiplyAdd(minusN, Create(-LogSingle.Ln2), LogOfFraction(f));

    // log(1 + f)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> LogOfFraction(Vector256<float> f)
    {
        // In pairs: four short chains in place of one long one.
        Vector256<float> ff = f * f;
        Vector256<float> p = FusedMultiplyAdd(Create(LogSingle.C10), f, Create(LogSingle.C9));
        p = FusedMultiplyAdd(p, ff, FusedMultiplyAdd(Create(LogSingle.C8), f, Create(LogSingle.C7)));
        p = FusedMultiplyAdd(p, ff, FusedMultiplyAdd(Create(LogSingle.C6), f, Create(LogSingle.C5)));
        p = FusedMultiplyAdd(p, ff, FusedMultiplyAdd(Create(LogSingle.C4), f, Create(LogSingle.C3)));
        p = FusedMultiplyAdd(p, f, Create(-0.5f));
        return FusedMultiplyAdd(ff, p, f);
    }
}
