using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>x - sin(x) for each lane, as accurate for the tiniest x as for any other.</summary>
    /// <remarks>
    /// SineRemainder(±0) is ±0, SineRemainder(±∞) is ±∞ and NaN stays NaN; SineRemainder(-x) is -SineRemainder(x). Worst error measured:
    /// 0.61 ULP. A lane's result does not depend on its position.
    /// <para>
    /// Made for this library: in doubles, a polynomial without its first term up to π/2, and the difference beyond.
    /// </para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SineRemainder(Vector256<float> x)
    {
        Vector256<float> result = Narrow(SineRemainderOfFloats(WidenLower(x)), SineRemainderOfFloats(WidenUpper(x)));

        // Beside so large an x its sine is nothing.
        return ConditionalSelect(GreaterThan(Abs(x), Create(SineSingle.Large)), x, result);
    }

    /// <summary>1 - cos(x) for each lane, as accurate near every multiple of 2π as elsewhere.</summary>
    /// <remarks>
    /// OneMinusCosine(±0) is 0, that of an infinity is NaN and NaN stays NaN. Worst error measured: 0.71 ULP. A lane's result does not
    /// depend on its position, nor on its neighbours: those beyond 2³⁰ take much longer. Made of <see cref="Sin(Vector256{float})"/>:
    /// 2·sin²(x/2), squared in doubles.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> OneMinusCosine(Vector256<float> x)
    {
        Vector256<float> result = Narrow(OneMinusCosineOfFloats(WidenLower(x)), OneMinusCosineOfFloats(WidenUpper(x)));
        Vector256<float> large = GreaterThan(Abs(x), Create(SineSingle.Large));
        return large == Vector256<float>.Zero ? result : ConditionalSelect(large, OneMinusCosineOfLarge(x), result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SineRemainderOfFloats(Vector256<double> x)
    {
        Vector256<double> z = x * x;
        Vector256<double> zz = z * z;
        Vector256<double> p = FusedMultiplyAdd(Create(SineRemainderSingle.C11), z, Create(SineRemainderSingle.C9));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(SineRemainderSingle.C7), z, Create(SineRemainderSingle.C5)));
        p = FusedMultiplyAdd(p, z, Create(SineRemainderSingle.C3));
        return ConditionalSelect(LessThan(Abs(x), Create(SineRemainderDouble.Small)), z * x * p, x - SineOfFloats(x));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> OneMinusCosineOfFloats(Vector256<double> x)
    {
        Vector256<double> sine = SineOfFloats(x * Create(0.5));
        return (sine + sine) * sine;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<float> OneMinusCosineOfLarge(Vector256<float> x) => Narrow(OneMinusCosine(WidenLower(x)), OneMinusCosine(WidenUpper(x)));
}
