using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The natural logarithm of 1 + x for each lane, none of them below 0 or above 2¹²⁶.</summary>
    /// <remarks>
    /// The bits of <see cref="Log1P(Vector256{float})"/>, without its branch. Worst error: at most 0.96 ULP, as there.
    /// Log1PNonNegative(0) is exactly 0, NaN stays NaN and +∞ gives an infinity or NaN, no number. For other arguments the
    /// result is unspecified.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log1PNonNegative(Vector256<float> x)
    {
        Vector256<int> distance = DistanceOfSum(x + Create(1f));
        return FusedMultiplyAdd(ConvertToSingle(distance >> 23), Create(LogSingle.Ln2), LogOfFraction(FractionOfOnePlus(x, distance)));
    }

    /// <summary>The natural logarithm of 1 + x for each lane, none of them below 0 or above 2¹⁰²².</summary>
    /// <remarks>
    /// The bits of <see cref="Log1P(Vector256{double})"/>, without its branch. Worst error measured: 0.97 ULP.
    /// Log1PNonNegative(0) is exactly 0, NaN stays NaN and +∞ gives an infinity or NaN, no number. For other arguments the
    /// result is unspecified.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log1PNonNegative(Vector256<double> x)
    {
        Vector256<long> distance = DistanceOfSum(x + Create(1.0));
        return LogOfParts(FractionOfOnePlus(x, distance), Create(LogDouble.ExponentBias) - ExponentOnTop(distance));
    }
}
