using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The hyperbolic tangent of each lane.</summary>
    /// <remarks>
    /// Tanh(±0) is ±0, Tanh(±∞) is ±1 and NaN stays NaN; Tanh(-x) is -Tanh(x). Worst error over all floats: 0.76 ULP. A lane's result does
    /// not depend on its position.
    /// <para>
    /// Made for this library: tanh(x) = (1 - exp(-2x))/(1 + exp(-2x)) from the parts of <see cref="ExpM1(Vector256{float})"/>, and a
    /// division whose remainder corrects it.
    /// </para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        // exp(-2|x|) - 1 = high + low, between -1 and 0.
        Vector256<float> bounded = MinNative(Create(TanhSingle.Saturation), Abs(x)) * Create(-2f);
        Vector256<float> leading = ExpM1InParts(
            bounded,
            Create(ExpM1Single.Rounder),
            Create(1f),
            out Vector256<float> trailing,
            out Vector256<float> power);

        // Where the power is so small that subtracting 1 rounded it.
        trailing += power - (power - Create(1f) + Create(1f));
        Vector256<float> high = leading + trailing;
        Vector256<float> low = leading - high + trailing;

        // (high + low)/(2 + high + low), and the sign of x in place of its own.
        Vector256<float> divisor = high + Create(2f);
        Vector256<float> divisorLow = high - (divisor - Create(2f)) + low;
        Vector256<float> inverse = Create(1f) / divisor;
        Vector256<float> quotient = high * inverse;
        Vector256<float> remainder = FusedMultiplyAdd(-quotient, divisorLow, FusedMultiplyAdd(-quotient, divisor, high) + low);
        return CopySign(FusedMultiplyAdd(remainder, inverse, quotient), x);
    }
}
