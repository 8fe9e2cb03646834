using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace LossGen;

// Step by step as in half as many lanes, so that each lane has the same bits.
public static partial class VectorMath
{
    /// <inheritdoc cref="PowLessOne(Vector256{float}, Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> PowLessOne(Vector512<float> x, Vector512<float> y, Vector512<float> power)
    {
        Vector512<float> usual = IsNormal(x) & IsNormal(power) & IsFinite(y);
        Vector512<float> quotient = power / x;
        return usual.AsInt32() == Vector512<int>.AllBitsSet ? quotient : ConditionalSelect(usual, quotient, PowOfHalves(x, y - Create(1f)));
    }

    /// <inheritdoc cref="PowLessOne(Vector256{double}, Vector256{double}, Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> PowLessOne(Vector512<double> x, Vector512<double> y, Vector512<double> power)
    {
        Vector512<double> usual = IsNormal(x) & IsNormal(power) & IsFinite(y);
        Vector512<double> quotient = power / x;
        return usual.AsInt64() == Vector512<long>.AllBitsSet ? quotient : ConditionalSelect(usual, quotient, Pow(x, y - Create(1.0)));
    }
}
