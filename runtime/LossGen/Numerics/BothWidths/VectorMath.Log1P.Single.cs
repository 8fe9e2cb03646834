using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The natural logarithm of 1 + x for each lane, as accurate for the tiniest x as for any other.</summary>
    /// <remarks>
    /// Log1P(±0) is ±0, Log1P(-1) is -∞, anything below -1 gives NaN, Log1P(+∞) is +∞ and NaN stays NaN. Worst error
    /// over all floats: 0.96 ULP. A lane's result does not depend on its position, nor on its neighbours: they only
    /// decide how long it takes.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log1P(Vector256<float> x)
    {
        // The rounded sum is only asked for its exponent.
        Vector256<float> u = x + Create(1f);
        Vector256<float> offset = Vector256<float>.Zero;

        // One comparison finds what is not between 0 and 2^126, as in Log.
        if (GreaterThanAny(
            u.AsInt32() - Create(LogSingle.SmallestNormalBits + int.MinValue),
            Create(Log1PSingle.HugeBits - LogSingle.SmallestNormalBits - 1 + int.MinValue)))
        {
            Vector256<float> huge = GreaterThanOrEqual(u, Create(Log1PSingle.Huge));
            offset = huge & Create(-Log1PSingle.HugeExponent);
            offset = ConditionalSelect(IsPositiveInfinity(u), -u, offset);
            Vector256<float> pole = ConditionalSelect(IsZero(u), Create(float.PositiveInfinity), Create(float.NaN));
            offset = ConditionalSelect(GreaterThan(u, Vector256<float>.Zero), offset, pole);

            // Scaled down, x is still so large that adding 1 changes nothing. Where the offset alone is the result, any x does.
            x = ConditionalSelect(huge, x * Create(Log1PSingle.HugeScale), x);
            x &= LessThan(Abs(offset), Create(float.PositiveInfinity));
            u = x + Create(1f);
        }

        Vector256<int> distance = DistanceOfSum(u);
        return LogOfParts(FractionOfOnePlus(x, distance), offset - ConvertToSingle(distance >> 23));
    }

    // 1 + x = 2^n·(1 + f) with 1 + f in about [3/4, 3/2), and n on top of the distance of its rounded sum. A sum that was rounded up to
    // 3/2 must not count as 2·3/4: f would fall below -1/4, where its rounding weighs twice. The comparison takes one bit off (-1).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> DistanceOfSum(Vector256<float> u) =>
        u.AsInt32() + Vector256.Equals(u, Create(1.5f)).AsInt32() - Create(LogSingle.ThreeQuartersBits);

    // f = x·2^-n - (1 - 2^-n), rounded only once, and f = x where n = 0. Subtracting the difference that is +0 there keeps the sign of
    // x = -0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> FractionOfOnePlus(Vector256<float> x, Vector256<int> distance)
    {
        Vector256<float> scale = (Create(Log1PSingle.OneBits) - (distance & Create(~LogSingle.MantissaMask))).AsSingle();
        return FusedMultiplyAdd(x, scale, -(Create(1f) - scale));
    }
}
