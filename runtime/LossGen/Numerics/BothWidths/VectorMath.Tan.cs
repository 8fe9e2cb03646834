using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The tangent of each lane, an angle in radians.</summary>
    /// <remarks>
    /// Tan(±0) is ±0, the tangent of an infinity is NaN and NaN stays NaN.
    /// Worst error measured: 0.85 ULP of a double, 0.51 ULP of a float. A lane's result does not depend on its position.
    /// Arguments beyond 2²⁰ take much longer.
    /// <para>
    /// Made for this library: sine and cosine of <see cref="Sin(Vector256{double})"/> in two parts, and a quotient whose remainder corrects it.
    /// </para>
    /// </remarks>
    public static Vector256<double> Tan(Vector256<double> x)
    {
        Vector256<double> shifted = Round(x * Create(SineDouble.TwoOverPi)) + Create(SineDouble.Rounder);
        Vector256<double> n = shifted - Create(SineDouble.Rounder);
        Vector256<double> rough = FusedMultiplyAdd(n, Create(-SineDouble.HalfPiHigh), x);
        Vector256<double> middle = n * Create(SineDouble.HalfPiMiddle);
        Vector256<double> r = rough - middle;
        Vector256<double> minusLow = FusedMultiplyAdd(n, Create(SineDouble.HalfPiLow), middle - (rough - r));
        Vector256<double> result = TangentOfReduced(r, minusLow, shifted.AsInt64());

        Vector256<double> large = GreaterThan(Abs(x), Create(SineDouble.Large));
        return large == Vector256<double>.Zero ? result : ConditionalSelect(large, TangentOfLarge(x), result);
    }

    /// <inheritdoc cref="Tan(Vector256{double})"/>
    public static Vector256<float> Tan(Vector256<float> x) => Narrow(Tan(WidenLower(x)), Tan(WidenUpper(x)));

    // tan(r - minusLow + quarters·π/2) of an r up to π/4
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> TangentOfReduced(Vector256<double> r, Vector256<double> minusLow, Vector256<long> quarters)
    {
        // As in the sine, but that what the last sums leave out is kept.
        Vector256<double> z = r * r;
        Vector256<double> zz = z * z;
        Vector256<double> half = z * Create(0.5);
        Vector256<double> cosine = Create(1.0) - half;
        Vector256<double> rest = Create(1.0) - cosine - half;
        rest = FusedMultiplyAdd(FusedMultiplyAdd(r, r, -z), Create(-0.5), rest);
        Vector256<double> p = FusedMultiplyAdd(Create(SineDouble.C14), z, Create(SineDouble.C12));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(SineDouble.C10), z, Create(SineDouble.C8)));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(SineDouble.C6), z, Create(SineDouble.C4)));
        Vector256<double> q = FusedMultiplyAdd(Create(-SineDouble.S13), z, Create(-SineDouble.S11));
        q = FusedMultiplyAdd(q, zz, FusedMultiplyAdd(Create(-SineDouble.S9), z, Create(-SineDouble.S7)));
        q = FusedMultiplyAdd(q, zz, FusedMultiplyAdd(Create(-SineDouble.S5), z, Create(-SineDouble.S3)));
        Vector256<double> sine = SumFromLarger(r, -FusedMultiplyAdd(z * r, q, minusLow * cosine), out Vector256<double> sineLow);
        cosine = SumFromLarger(cosine, FusedMultiplyAdd(zz, p, FusedMultiplyAdd(r, minusLow, rest)), out Vector256<double> cosineLow);

        // In odd quarters the negative reciprocal. The quotient of ±0 keeps its sign.
        Vector256<double> odd = Vector256.Equals(quarters & Create(1L), Create(1L)).AsDouble();
        Vector256<double> quotient = QuotientInParts(
            ConditionalSelect(odd, cosine, sine),
            ConditionalSelect(odd, cosineLow, sineLow),
            ConditionalSelect(odd, sine, cosine),
            ConditionalSelect(odd, sineLow, cosineLow),
            out Vector256<double> low);
        quotient = ConditionalSelect(IsZero(quotient), quotient, quotient + low);
        return quotient ^ (odd & Create(-0.0));
    }

    // tan(x) of the lanes from 2^20 on; what the others have is unspecified.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> TangentOfLarge(Vector256<double> x)
    {
        Vector256<double> r = LessQuartersOfLarge(x, out Vector256<double> minusLow, out Vector256<long> quarters);
        return TangentOfReduced(r, minusLow, quarters);
    }
}
