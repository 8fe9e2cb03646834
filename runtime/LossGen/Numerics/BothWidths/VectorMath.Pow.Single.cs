using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>Each lane of <paramref name="x"/> to the power of that of <paramref name="y"/>.</summary>
    /// <remarks>
    /// Zeros, infinities, NaN and negative x as IEEE 754 has them for pow: Pow(x, ±0) and Pow(1, y) are 1 even for NaN, a negative x
    /// has a power if y is whole. Worst error measured: 0.57 ULP. A lane's result does not depend on its position, nor on its neighbours:
    /// they only decide how long it takes.
    /// <para>
    /// Made for this library: 2 to the power of y·log₂x in doubles, with as many terms as floats need.
    /// </para>
    /// </remarks>
    public static Vector256<float> Pow(Vector256<float> x, Vector256<float> y)
    {
        Vector256<double> lower = PowOfFloats(WidenLower(x), WidenLower(y), out bool isLowerNormal);
        Vector256<double> upper = PowOfFloats(WidenUpper(x), WidenUpper(y), out bool isUpperNormal);
        bool isPositive = LessThanOrEqualAll(x.AsInt32() - Create(1 + int.MinValue), Create(LogSingle.InfinityBits - 2 + int.MinValue));
        return isPositive & isLowerNormal & isUpperNormal ? Narrow(lower, upper) : PowOfAny(x, y);
    }

    // Right for numbers x above 0 whose power is a normal double: every float is one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> PowOfFloats(Vector256<double> x, Vector256<double> y, out bool areNormal)
    {
        Vector256<double> exponent = y * Log2OfFloat(x);
        areNormal = LessThanAll(Abs(exponent), Create(PowDouble.NormalExponents));
        return Exp2OfFloat(exponent);
    }

    // Right for all x and y, the same bits where the other is.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<float> PowOfAny(Vector256<float> x, Vector256<float> y) =>
        Narrow(PowOfAnyFloats(WidenLower(x), WidenLower(y)), PowOfAnyFloats(WidenUpper(x), WidenUpper(y)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> PowOfAnyFloats(Vector256<double> x, Vector256<double> y)
    {
        Vector256<double> factor = Min(Create(PowSingle.HugeFactor), Max(Create(-PowSingle.HugeFactor), y));
        Vector256<double> exponent = factor * Log2OfFloat(Abs(x));
        exponent = Min(Create(PowDouble.NormalExponents), Max(Create(-PowDouble.NormalExponents), exponent));
        return PowFromMagnitude(x, y, Exp2OfFloat(exponent));
    }

    // The double functions with fewer terms. A second part of the logarithm would not show in a float.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Log2OfFloat(Vector256<double> x)
    {
        Vector256<long> distance = x.AsInt64() + Create(LogDouble.OneBits - LogDouble.RootOfHalfBits);
        Vector256<long> mantissa = (distance & Create(LogDouble.MantissaMask)) + Create(LogDouble.RootOfHalfBits);
        Vector256<double> f = mantissa.AsDouble() - Create(1.0);
        Vector256<double> s = f / (f + Create(2.0));
        Vector256<double> z = s * s;
        Vector256<double> p = FusedMultiplyAdd(Create(PowSingle.K4), z, Create(PowSingle.K3));
        p = FusedMultiplyAdd(p, z, Create(PowSingle.K2));
        p = FusedMultiplyAdd(p, z, Create(PowSingle.K1));
        p = FusedMultiplyAdd(p, z, Create(Log2Parts.K0));
        return FusedMultiplyAdd(s, p, ExponentOnTop(distance) - Create(LogDouble.ExponentBias));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Exp2OfFloat(Vector256<double> x)
    {
        Vector256<double> shifted = x + Create(PowDouble.Rounder);
        Vector256<double> r = x - (shifted - Create(PowDouble.Rounder));
        Vector256<double> power = (shifted.AsInt64() << 52).AsDouble();
        Vector256<double> p = FusedMultiplyAdd(Create(PowSingle.C6), r, Create(PowSingle.C5));
        p = FusedMultiplyAdd(p, r, Create(PowSingle.C4));
        p = FusedMultiplyAdd(p, r, Create(PowSingle.C3));
        p = FusedMultiplyAdd(p, r, Create(PowSingle.C2));
        p = FusedMultiplyAdd(p, r, Create(PowSingle.C1));
        return FusedMultiplyAdd(r * power, p, power);
    }
}
