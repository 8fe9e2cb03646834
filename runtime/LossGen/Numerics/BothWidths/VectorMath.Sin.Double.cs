using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The sine of each lane, an angle in radians.</summary>
    /// <remarks>
    /// Sin(±0) is ±0, the sine of an infinity is NaN and NaN stays NaN. Worst error measured: 0.79 ULP, over arguments of every size. A
    /// lane's result does not depend on its position, nor on its neighbours: those beyond 2²⁰ take much longer.
    /// <para>
    /// Made for this library: multiples of π/2 are subtracted in three pieces (Cody and Waite), of large arguments by the digits of 2/π that
    /// matter (Payne and Hanek); polynomials of the kind that Sun's fdlibm has.
    /// </para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sin(Vector256<double> x) => SineOfQuarters(x, 0);

    /// <summary>The cosine of each lane, an angle in radians.</summary>
    /// <remarks>
    /// The cosine of an infinity is NaN and NaN stays NaN. Worst error measured: 0.79 ULP, over arguments of every size. A lane's result does
    /// not depend on its position, nor on its neighbours: those beyond 2²⁰ take much longer. Made like <see cref="Sin(Vector256{double})"/>.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Cos(Vector256<double> x) => SineOfQuarters(x, 1);

    // sin(x + quarters·π/2)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SineOfQuarters(Vector256<double> x, long quarters)
    {
        Vector256<double> r = LessQuarters(x, out Vector256<double> minusLow, out Vector256<long> n);
        Vector256<double> result = SineOfReduced(r, minusLow, n + Create(quarters));

        Vector256<double> large = GreaterThan(Abs(x), Create(SineDouble.Large));
        return large == Vector256<double>.Zero ? result : ConditionalSelect(large, SineOfLarge(x, quarters), result);
    }

    // x = n·π/2 + r - minusLow, where n has the right last bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LessQuarters(Vector256<double> x, out Vector256<double> minusLow, out Vector256<long> quarters)
    {
        // The first subtraction has no error; nor has the product of n with the second piece, so that the error of the second one is known.
        Vector256<double> shifted = Round(x * Create(SineDouble.TwoOverPi)) + Create(SineDouble.Rounder);
        Vector256<double> n = shifted - Create(SineDouble.Rounder);
        Vector256<double> rough = FusedMultiplyAdd(n, Create(-SineDouble.HalfPiHigh), x);
        Vector256<double> middle = n * Create(SineDouble.HalfPiMiddle);
        Vector256<double> r = rough - middle;
        minusLow = FusedMultiplyAdd(n, Create(SineDouble.HalfPiLow), middle - (rough - r));
        quarters = shifted.AsInt64();
        return r;
    }

    // sin(r - minusLow + quarters·π/2) of an r up to π/4
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SineOfReduced(Vector256<double> r, Vector256<double> minusLow, Vector256<long> quarters)
    {
        Vector256<double> cosine = CosineInParts(r, minusLow, out Vector256<double> cosineRest, out Vector256<double> minusSineRest);
        Vector256<double> odd = Vector256.Equals(quarters & Create(1L), Create(1L)).AsDouble();
        Vector256<long> sign = (quarters & Create(2L)) << 62;
        return ConditionalSelect(odd, cosine + cosineRest, r - minusSineRest) ^ sign.AsDouble();
    }

    // cos(r - minusLow) is the result and its rest, and sin(r - minusLow) is r less its own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> CosineInParts(
        Vector256<double> r,
        Vector256<double> minusLow,
        out Vector256<double> cosineRest,
        out Vector256<double> minusSineRest)
    {
        Vector256<double> z = r * r;
        Vector256<double> zz = z * z;

        // 1 - z/2 and its error
        Vector256<double> half = z * Create(0.5);
        Vector256<double> cosine = Create(1.0) - half;
        Vector256<double> rest = Create(1.0) - cosine - half;
        Vector256<double> p = FusedMultiplyAdd(Create(SineDouble.C14), z, Create(SineDouble.C12));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(SineDouble.C10), z, Create(SineDouble.C8)));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(SineDouble.C6), z, Create(SineDouble.C4)));

        Vector256<double> q = FusedMultiplyAdd(Create(-SineDouble.S13), z, Create(-SineDouble.S11));
        q = FusedMultiplyAdd(q, zz, FusedMultiplyAdd(Create(-SineDouble.S9), z, Create(-SineDouble.S7)));
        q = FusedMultiplyAdd(q, zz, FusedMultiplyAdd(Create(-SineDouble.S5), z, Create(-SineDouble.S3)));

        // Subtracting what is +0 for r = ±0 keeps the sign.
        minusSineRest = FusedMultiplyAdd(z * r, q, minusLow * cosine);
        cosineRest = FusedMultiplyAdd(zz, p, FusedMultiplyAdd(r, minusLow, rest));
        return cosine;
    }
}
