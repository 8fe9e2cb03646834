using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The second derivative of log Γ for each lane, ψ′(x).</summary>
    /// <remarks>
    /// +∞ at 0 and at negative whole numbers, where ψ has its poles; 0 at +∞, NaN at -∞; NaN stays NaN. Worst error measured: 1.56 ULP. A lane's result does
    /// not depend on its position, nor on its neighbours: they only decide how long it takes.
    /// <para>Made for this library: the asymptotic series from 4 on, four steps of the recurrence below, reflection below 0.</para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector256<double> Trigamma(Vector256<double> x)
    {
        // ψ′(1 + x) = 1/(x + 1)² + 1/(x + 2)² + 1/(x + 3)² + ψ′(x + 4), of the magnitude of x, or from 4 on ψ′(x) alone.
        Vector256<double> magnitude = Abs(x);
        Vector256<double> small = LessThan(magnitude, Create(4.0));
        Vector256<double> high = TrigammaOfLarge(magnitude + (small & Create(4.0)), out Vector256<double> low);
        Vector256<double> inverse = Create(1.0) / (magnitude + Create(3.0));
        Vector256<double> rest = inverse * inverse;
        inverse = Create(1.0) / (magnitude + Create(2.0));
        rest = FusedMultiplyAdd(inverse, inverse, rest);
        inverse = Create(1.0) / (magnitude + Create(1.0));
        rest = FusedMultiplyAdd(inverse, inverse, rest) & small;
        high = Sum(high, rest, out Vector256<double> sumLow);
        low += sumLow;

        // ψ′(x) = ψ′(1 + x) + 1/x²
        Vector256<double> first = Inverse(magnitude, Vector256<double>.Zero, out Vector256<double> firstLow);
        Vector256<double> square = Product(first, firstLow, first, firstLow, out Vector256<double> squareLow);
        Vector256<double> sum = Sum(square & small, high, out sumLow);
        Vector256<double> result = sum + (sumLow + low + (squareLow & small));
        Vector256<double> negative = LessThan(x, Vector256<double>.Zero);
        if (negative != Vector256<double>.Zero)
        {
            Vector256<double> above = AndNot(square, small) - (high + low);
            result = ConditionalSelect(negative, TrigammaOfNegative(magnitude, above), result);
        }

        // Next to 0 only 1/x² counts, whose second part is NaN where it is infinite.
        return ConditionalSelect(LessThan(magnitude, Create(TrigammaDouble.Tiny)), square, result);
    }

    // 1/x + 1/(2x²) + 1/(6x³) - … of an x from 4 on.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> TrigammaOfLarge(Vector256<double> x, out Vector256<double> low)
    {
        Vector256<double> inverse = Inverse(x, Vector256<double>.Zero, out low);
        Vector256<double> z = inverse * inverse;
        Vector256<double> zz = z * z;
        Vector256<double> p = FusedMultiplyAdd(Create(TrigammaDouble.S12), z, Create(TrigammaDouble.S11));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(TrigammaDouble.S10), z, Create(TrigammaDouble.S9)));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(TrigammaDouble.S8), z, Create(TrigammaDouble.S7)));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(TrigammaDouble.S6), z, Create(TrigammaDouble.S5)));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(TrigammaDouble.S4), z, Create(TrigammaDouble.S3)));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(TrigammaDouble.S2), z, Create(TrigammaDouble.S1)));
        p = FusedMultiplyAdd(p, z, Create(TrigammaDouble.S0));
        low = FusedMultiplyAdd(FusedMultiplyAdd(p, inverse, Create(0.5)), z, AndNot(low, IsInfinity(x)));
        return SumFromLarger(inverse, low, out low);
    }

    // ψ′(-x) = π²/sin² πx - ψ′(1 + x)
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> TrigammaOfNegative(Vector256<double> x, Vector256<double> minusTrigammaOfNext)
    {
        Vector256<double> distance = x - Round(x);
        Vector256<double> sine = SineOfHalfTurns(distance, out Vector256<double> sineLow);
        Vector256<double> cosecant = Inverse(sine, sineLow, out Vector256<double> cosecantLow);
        cosecant = Product(cosecant, cosecantLow, Create(HalfTurnDouble.P0), Create(HalfTurnDouble.P0Low), out cosecantLow);
        Vector256<double> square = Product(cosecant, cosecantLow, cosecant, cosecantLow, out Vector256<double> squareLow);
        Vector256<double> high = SumFromLarger(square, minusTrigammaOfNext, out Vector256<double> low);
        return ConditionalSelect(IsZero(distance), Create(double.PositiveInfinity), high + (low + squareLow));
    }
}
