using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace LossGen;

// Step by step as in half as many lanes, where the steps are explained, so that each lane has the same bits.
public static partial class VectorMath
{
    /// <inheritdoc cref="Pow(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Pow(Vector512<float> x, Vector512<float> y)
    {
        Vector512<double> lower = PowOfFloats(WidenLower(x), WidenLower(y), out bool isLowerUsual);
        Vector512<double> upper = PowOfFloats(WidenUpper(x), WidenUpper(y), out bool isUpperUsual);
        return isLowerUsual & isUpperUsual ? Narrow(lower, upper) : PowOfHalves(x, y);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<float> PowOfHalves(Vector512<float> x, Vector512<float> y) =>
        Create(Pow(x.GetLower(), y.GetLower()), Pow(x.GetUpper(), y.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> PowOfFloats(Vector512<double> x, Vector512<double> y, out bool areUsual)
    {
        Vector512<double> exponent = y * Log2OfFloat(x);
        areUsual = LessThanAll(Abs(exponent), Create(PowDouble.NormalExponents)) & LessThanOrEqualAll(
            x.AsInt64() - Create(LogDouble.SmallestNormalBits + long.MinValue),
            Create(LogDouble.InfinityBits - LogDouble.SmallestNormalBits - 1 + long.MinValue));
        return Exp2OfFloat(exponent);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Log2OfFloat(Vector512<double> x)
    {
        Vector512<long> distance = x.AsInt64() + Create(LogDouble.OneBits - LogDouble.RootOfHalfBits);
        Vector512<long> mantissa = (distance & Create(LogDouble.MantissaMask)) + Create(LogDouble.RootOfHalfBits);
        Vector512<double> f = mantissa.AsDouble() - Create(1.0);
        Vector512<double> s = f / (f + Create(2.0));
        Vector512<double> z = s * s;
        Vector512<double> p = FusedMultiplyAdd(Create(PowSingle.K4), z, Create(PowSingle.K3));
        p = FusedMultiplyAdd(p, z, Create(PowSingle.K2));
        p = FusedMultiplyAdd(p, z, Create(PowSingle.K1));
        p = FusedMultiplyAdd(p, z, Create(Log2Parts.K0));
        return FusedMultiplyAdd(s, p, ExponentOnTop(distance) - Create(LogDouble.ExponentBias));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Exp2OfFloat(Vector512<double> x)
    {
        Vector512<double> shifted = x + Create(PowDouble.Rounder);
        Vector512<double> r = x - (shifted - Create(PowDouble.Rounder));
        Vector512<double> power = (shifted.AsInt64() << 52).AsDouble();
        Vector512<double> p = FusedMultiplyAdd(Create(PowSingle.C6), r, Create(PowSingle.C5));
        p = FusedMultiplyAdd(p, r, Create(PowSingle.C4));
        p = FusedMultiplyAdd(p, r, Create(PowSingle.C3));
        p = FusedMultiplyAdd(p, r, Create(PowSingle.C2));
        p = FusedMultiplyAdd(p, r, Create(PowSingle.C1));
        return FusedMultiplyAdd(r * power, p, power);
    }
}
