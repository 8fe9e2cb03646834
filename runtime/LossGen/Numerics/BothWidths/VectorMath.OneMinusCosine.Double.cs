using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>1 - cos(x) for each lane, as accurate near every multiple of 2π as elsewhere.</summary>
    /// <remarks>
    /// OneMinusCosine(±0) is 0, that of an infinity is NaN and NaN stays NaN. Worst error measured: 1.26 ULP. A lane's result does not depend
    /// on its position, nor on its neighbours: those beyond 2²¹ take much longer.
    /// <para>
    /// Made for this library: 2·sin²(x/2), from the parts of <see cref="Sin(Vector256{double})"/>.
    /// </para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> OneMinusCosine(Vector256<double> x)
    {
        Vector256<double> angle = x * Create(0.5);
        Vector256<double> r = LessQuarters(angle, out Vector256<double> minusLow, out Vector256<long> quarters);
        Vector256<double> square = SquareOfSineOfReduced(r, minusLow, quarters);

        Vector256<double> large = GreaterThan(Abs(angle), Create(SineDouble.Large));
        square = large == Vector256<double>.Zero ? square : ConditionalSelect(large, SquareOfSineOfLarge(angle), square);
        return square + square;
    }

    // sin²(r - minusLow + quarters·π/2) of an r up to π/4, from the sine in two parts
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SquareOfSineOfReduced(Vector256<double> r, Vector256<double> minusLow, Vector256<long> quarters)
    {
        Vector256<double> cosine = CosineInParts(r, minusLow, out Vector256<double> cosineRest, out Vector256<double> minusSineRest);
        Vector256<double> odd = Vector256.Equals(quarters & Create(1L), Create(1L)).AsDouble();
        Vector256<double> first = ConditionalSelect(odd, cosine, r);
        Vector256<double> rest = ConditionalSelect(odd, cosineRest, -minusSineRest);
        Vector256<double> high = first + rest;
        Vector256<double> low = first - high + rest;
        return FusedMultiplyAdd(high, high, (high + high) * low);
    }
}
