using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The sine of each lane, an angle in radians.</summary>
    /// <remarks>
    /// Sin(±0) is ±0, the sine of an infinity is NaN and NaN stays NaN. Worst error over all floats: 0.61 ULP. A lane's result does not
    /// depend on its position, nor on its neighbours: those beyond 2³⁰ take much longer.
    /// <para>
    /// Made for this library: in doubles, multiples of π are subtracted in two pieces (Cody and Waite), of large arguments by the digits of
    /// 2/π that matter (Payne and Hanek).
    /// </para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sin(Vector256<float> x)
    {
        Vector256<float> result = Narrow(SineOfFloats(WidenLower(x)), SineOfFloats(WidenUpper(x)));
        Vector256<float> large = GreaterThan(Abs(x), Create(SineSingle.Large));
        return large == Vector256<float>.Zero ? result : ConditionalSelect(large, SineOfLarge(x, 0), result);
    }

    /// <summary>The cosine of each lane, an angle in radians.</summary>
    /// <remarks>
    /// The cosine of an infinity is NaN and NaN stays NaN. Worst error over all floats: 0.61 ULP. A lane's result does not depend on its
    /// position, nor on its neighbours: those beyond 2³⁰ take much longer. Made like <see cref="Sin(Vector256{float})"/>.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Cos(Vector256<float> x)
    {
        Vector256<float> result = Narrow(CosineOfFloats(WidenLower(x)), CosineOfFloats(WidenUpper(x)));
        Vector256<float> large = GreaterThan(Abs(x), Create(SineSingle.Large));
        return large == Vector256<float>.Zero ? result : ConditionalSelect(large, SineOfLarge(x, 1), result);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<float> SineOfLarge(Vector256<float> x, long quarters) =>
        Narrow(SineOfLarge(WidenLower(x), quarters), SineOfLarge(WidenUpper(x), quarters));

    // x = n·π + r, and sin(x) = ±sin(r)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SineOfFloats(Vector256<double> x)
    {
        // The nearest n, however the thread rounds: the large constant only brings its last bit to the end.
        Vector256<double> shifted = Round(x * Create(SineSingle.OneOverPi)) + Create(SineDouble.Rounder);
        Vector256<double> n = shifted - Create(SineDouble.Rounder);
        Vector256<double> r = FusedMultiplyAdd(n, Create(-SineSingle.PiHigh), x);
        r = FusedMultiplyAdd(n, Create(-SineSingle.PiLow), r);
        return SineOfHalfTurn(r) ^ (shifted.AsInt64() << 63).AsDouble();
    }

    // x = (n + ½)·π - r, and cos(x) = ±sin(r)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> CosineOfFloats(Vector256<double> x)
    {
        Vector256<double> shifted = Round(FusedMultiplyAdd(x, Create(SineSingle.OneOverPi), Create(-0.5))) + Create(SineDouble.Rounder);
        Vector256<double> n = shifted - Create(SineDouble.Rounder) + Create(0.5);
        Vector256<double> r = FusedMultiplyAdd(n, Create(SineSingle.PiHigh), -x);
        r = FusedMultiplyAdd(n, Create(SineSingle.PiLow), r);
        return SineOfHalfTurn(r) ^ (shifted.AsInt64() << 63).AsDouble();
    }

    // sin(r) of an r up to π/2
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SineOfHalfTurn(Vector256<double> r)
    {
        Vector256<double> z = r * r;
        Vector256<double> p = FusedMultiplyAdd(Create(SineSingle.S9), z, Create(SineSingle.S7));
        p = FusedMultiplyAdd(p, z, Create(SineSingle.S5));
        p = FusedMultiplyAdd(p, z, Create(SineSingle.S3));
        return FusedMultiplyAdd(p, z, Create(1.0)) * r;
    }
}
