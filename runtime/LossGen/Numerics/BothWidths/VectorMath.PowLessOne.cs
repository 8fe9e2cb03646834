using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>Each lane of <paramref name="x"/> to the power of 1 less than that of <paramref name="y"/>, where <paramref name="power"/> is x to the power of y.</summary>
    /// <remarks>
    /// The power divided by x, which takes less time than another power, where both are normal numbers and y is finite; elsewhere
    /// <see cref="Pow(Vector256{float}, Vector256{float})"/> of x and y - 1. The error is that of the power and at most 0.5 ULP of the quotient.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> PowLessOne(Vector256<float> x, Vector256<float> y, Vector256<float> power)
    {
        Vector256<float> usual = IsNormal(x) & IsNormal(power) & IsFinite(y);
        Vector256<float> quotient = power / x;
        return usual.AsInt32() == Vector256<int>.AllBitsSet ? quotient : ConditionalSelect(usual, quotient, PowOfAny(x, y - Create(1f)));
    }

    /// <summary>Each lane of <paramref name="x"/> to the power of 1 less than that of <paramref name="y"/>, where <paramref name="power"/> is x to the power of y.</summary>
    /// <remarks>
    /// The power divided by x, which takes less time than another power, where both are normal numbers and y is finite; elsewhere
    /// <see cref="Pow(Vector256{double}, Vector256{double})"/> of x and y - 1. The error is that of the power and at most 0.5 ULP of the quotient.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> PowLessOne(Vector256<double> x, Vector256<double> y, Vector256<double> power)
    {
        Vector256<double> usual = IsNormal(x) & IsNormal(power) & IsFinite(y);
        Vector256<double> quotient = power / x;
        return usual.AsInt64() == Vector256<long>.AllBitsSet ? quotient : ConditionalSelect(usual, quotient, Pow(x, y - Create(1.0)));
    }
}
