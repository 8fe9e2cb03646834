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

    /// <summary>The sine of <paramref name="x"/>: the bits of a lane of <see cref="Sin(Vector256{double})"/>.</summary>
    public static double Sin(double x) => Sin(Create(x)).ToScalar();

    /// <summary>The cosine of each lane, an angle in radians.</summary>
    /// <remarks>
    /// The cosine of an infinity is NaN and NaN stays NaN. Worst error measured: 0.79 ULP, over arguments of every size. A lane's result does
    /// not depend on its position, nor on its neighbours: those beyond 2²⁰ take much longer. Made like <see cref="Sin(Vector256{double})"/>.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Cos(Vector256<double> x) => SineOfQuarters(x, 1);

    /// <summary>The cosine of <paramref name="x"/>: the bits of a lane of <see cref="Cos(Vector256{double})"/>.</summary>
    public static double Cos(double x) => Cos(Create(x)).ToScalar();

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
        Vector256<double> shifted = FusedMultiplyAdd(x, Create(SineDouble.TwoOverPi), Create(SineDouble.Rounder));
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

    private static class SineDouble
    {
        // 2^20: up to here n has 20 bits. Beyond, the digits of 2/π are needed.
        public const double Large = 1048576.0;

        // 1.5·2^52, whose last bit is worth 1.
        public const double Rounder = 6755399441055744.0;
        public const double TwoOverPi = 0.6366197723675814;

        // π/2 in three pieces; the second has 33 bits, so that its product with n is exact.
        public const double HalfPiHigh = 1.5707963267948966;
        public const double HalfPiMiddle = 6.12323399538461e-17;
        public const double HalfPiLow = 3.5215598651832e-27;

        // sin(r) = r + S3·r³ + … + S13·r¹³ and cos(r) = 1 - r²/2 + C4·r⁴ + … + C14·r¹⁴ on |r| <= 1.0001·π/4, minimax in relative
        // error (Remez), the coefficients rounded to double one after the other, the later ones fitted again each time. Error 0.04 ULP.
        public const double S3 = -0.1666666666666663;
        public const double S5 = 0.00833333333332184;
        public const double S7 = -0.0001984126982937011;
        public const double S9 = 2.7557313546764267e-06;
        public const double S11 = -2.5050736420841258e-08;
        public const double S13 = 1.5895598249749075e-10;
        public const double C4 = 0.041666666666666595;
        public const double C6 = -0.0013888888888873338;
        public const double C8 = 2.480158728899152e-05;
        public const double C10 = -2.7557314211405006e-07;
        public const double C12 = 2.0875704286475123e-09;
        public const double C14 = -1.1358675157237631e-11;
    }
}
