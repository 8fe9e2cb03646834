using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The natural logarithm of each lane, all of them positive normal numbers.</summary>
    /// <remarks>
    /// The bits of <see cref="Log(Vector256{float})"/>, without its branch. Worst error: at most 0.96 ULP, as there.
    /// LogOfNormal(1) is exactly 0, NaN stays NaN and +∞ gives NaN too. For other arguments, zeros, subnormals and negative
    /// numbers, the result is unspecified.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LogOfNormal(Vector256<float> x)
    {
        // The mantissa of a NaN or an infinity is a number like any other; this 1 is NaN then. Not by multiplying: of multiplications
        // there are enough.
        Vector256<float> one = (x - x) + Create(1f);

        Vector256<int> distance = x.AsInt32() - Create(LogSingle.ThreeQuartersBits);
        Vector256<int> mantissa = (distance & Create(LogSingle.MantissaMask)) + Create(LogSingle.ThreeQuartersBits);
        return FusedMultiplyAdd(ConvertToSingle(distance >> 23), Create(LogSingle.Ln2), LogOfFraction(mantissa.AsSingle() - one));
    }

    /// <summary>The natural logarithm of each lane, all of them positive normal numbers.</summary>
    /// <remarks>
    /// The bits of <see cref="Log(Vector256{double})"/>, without its branch. Worst error measured: 0.91 ULP. LogOfNormal(1) is
    /// exactly 0, NaN stays NaN and +∞ gives NaN too. For other arguments, zeros, subnormals and negative numbers, the result is
    /// unspecified.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LogOfNormal(Vector256<double> x)
    {
        Vector256<double> one = (x - x) + Create(1.0);

        Vector256<long> distance = x.AsInt64() + Create(LogDouble.OneBits - LogDouble.RootOfHalfBits);
        Vector256<long> mantissa = (distance & Create(LogDouble.MantissaMask)) + Create(LogDouble.RootOfHalfBits);
        return LogOfParts(mantissa.AsDouble() - one, Create(LogDouble.ExponentBias) - ExponentOnTop(distance));
    }
}
