using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>Each lane of <paramref name="x"/> to the power of that of <paramref name="y"/>.</summary>
    /// <remarks>
    /// Zeros, infinities, NaN and negative x as IEEE 754 has them for pow: Pow(x, ±0) and Pow(1, y) are 1 even for NaN, a negative x
    /// has a power if y is whole. Worst error measured: 0.93 ULP. A lane's result does not depend on its position, nor on its neighbours:
    /// they only decide how long it takes.
    /// <para>
    /// Made for this library: 2 to the power of y·log₂x, whose logarithm, the series of the area tangent, and product have a second
    /// double for what the first leaves out.
    /// </para>
    /// </remarks>
    public static Vector256<double> Pow(Vector256<double> x, Vector256<double> y)
    {
        // Left to the compiler, which calls it: a kernel with a few copies of so many steps would have more locals than it inlines with.
        Vector256<double> log = Log2InParts(x, Create(LogDouble.ExponentBias), out Vector256<double> logLow);
        Vector256<double> exponent = y * log;
        Vector256<double> low = FusedMultiplyAdd(y, logLow, FusedMultiplyAdd(y, log, -exponent));

        Vector256<double> shifted = exponent + Create(PowDouble.Rounder);
        Vector256<double> r = exponent - (shifted - Create(PowDouble.Rounder)) + low;
        Vector256<double> power = (shifted.AsInt64() << 52).AsDouble();
        Vector256<double> result = FusedMultiplyAdd(r * power, Exp2Quotient(r), power);

        // Right for positive normal numbers, found as in Log, whose power is a normal number.
        Vector256<double> usual = IsPositiveNormal(x) & LessThan(Abs(exponent), Create(PowDouble.NormalExponents));
        return usual.AsInt64() == Vector256<long>.AllBitsSet ? result : ConditionalSelect(usual, result, PowOfAny(x, y));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> IsPositiveNormal(Vector256<double> x) => LessThanOrEqual(
        x.AsInt64() - Create(LogDouble.SmallestNormalBits + long.MinValue),
        Create(LogDouble.InfinityBits - LogDouble.SmallestNormalBits - 1 + long.MinValue)).AsDouble();

    // The same steps, with bounds to the exponent and room for subnormal numbers on both sides.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> PowOfAny(Vector256<double> x, Vector256<double> y)
    {
        Vector256<double> magnitude = Abs(x);
        Vector256<double> subnormal = LessThan(magnitude, Create(LogDouble.SmallestNormal));
        magnitude = ConditionalSelect(subnormal, magnitude * Create(LogDouble.SubnormalScale), magnitude);
        Vector256<double> bias = Create(LogDouble.ExponentBias) + (subnormal & Create(LogDouble.SubnormalExponent));

        // Whatever is not 1 overflows or underflows at such an exponent, and its products are finite.
        Vector256<double> factor = Min(Create(PowDouble.HugeFactor), Max(Create(-PowDouble.HugeFactor), y));
        Vector256<double> log = Log2InParts(magnitude, bias, out Vector256<double> logLow);
        Vector256<double> exponent = factor * log;
        Vector256<double> low = FusedMultiplyAdd(factor, logLow, FusedMultiplyAdd(factor, log, -exponent));

        Vector256<double> bounded = Min(Create(Exp2Double.Overflow), Max(Create(Exp2Double.Underflow), exponent));
        low &= Vector256.Equals(bounded, exponent);
        Vector256<double> shifted = bounded + Create(ExpDouble.Rounder);
        Vector256<double> power = Exp2OfParts(shifted, bounded - (shifted - Create(ExpDouble.Rounder)) + low);
        return PowFromMagnitude(x, y, power);
    }
}
