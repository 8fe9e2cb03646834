using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>e to the power of each lane.</summary>
    /// <remarks>
    /// Overflows to +∞ and goes down through the subnormals to 0. Exp(±0) is exactly 1, Exp(-∞) is 0, Exp(+∞) is +∞ and
    /// NaN stays NaN. Worst error measured: 0.90 ULP. A lane's result does not depend on its position.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x)
    {
        // The steps are those of the float function, where they are explained.
        x = MinNative(Create(ExpDouble.Overflow), MaxNative(Create(ExpDouble.Underflow), x));

        Vector256<double> shifted = FusedMultiplyAdd(x, Create(ExpDouble.Log2E), Create(ExpDouble.Rounder));
        Vector256<double> n = shifted - Create(ExpDouble.Rounder);
        Vector256<double> r = FusedMultiplyAdd(n, Create(-ExpDouble.Ln2High), x);
        r = FusedMultiplyAdd(n, Create(-ExpDouble.Ln2Low), r);

        Vector256<long> exponents = shifted.AsInt64() << 52;
        Vector256<long> firstHalf = (exponents >>> 1) & Create(ExpDouble.ExponentMask);
        Vector256<double> first = firstHalf.AsDouble();
        Vector256<double> second = (exponents - firstHalf).AsDouble();

        return FusedMultiplyAdd(r * first, ExpQuotient(r), first) * second;
    }

    /// <summary>e to the power of <paramref name="x"/>: the bits of a lane of <see cref="Exp(Vector256{double})"/>.</summary>
    public static double Exp(double x) => Exp(Create(x)).ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ExpQuotient(Vector256<double> r)
    {
        // In pairs where the terms are too small for the order to show in the result: one chain of eleven steps is long.
        Vector256<double> rr = r * r;
        Vector256<double> p = FusedMultiplyAdd(Create(ExpDouble.C11), r, Create(ExpDouble.C10));
        p = FusedMultiplyAdd(p, rr, FusedMultiplyAdd(Create(ExpDouble.C9), r, Create(ExpDouble.C8)));
        p = FusedMultiplyAdd(p, rr, FusedMultiplyAdd(Create(ExpDouble.C7), r, Create(ExpDouble.C6)));
        p = FusedMultiplyAdd(p, rr, FusedMultiplyAdd(Create(ExpDouble.C5), r, Create(ExpDouble.C4)));
        p = FusedMultiplyAdd(p, r, Create(ExpDouble.C3));
        p = FusedMultiplyAdd(p, r, Create(ExpDouble.C2));
        return FusedMultiplyAdd(p, r, Create(1.0));
    }

    private static class ExpDouble
    {
        // exp(-746) is below half the smallest subnormal, exp(710) above the largest double.
        public const double Underflow = -746.0;
        public const double Overflow = 710.0;

        public const double Log2E = 1.4426950408889634;

        // 1.5·2^52, whose last bit is worth 1, and twice the exponent bias.
        public const double Rounder = 6755399441055744.0 + 2046.0;
        public const long ExponentMask = 0x7FF0000000000000;

        // ln2 in two pieces; the first has 42 bits, so that its product with n is exact.
        public const double Ln2High = 0.6931471805598903;
        public const double Ln2Low = 5.497923018708371e-14;

        // exp(r) = 1 + r + C2·r² + … + C11·r¹¹ on |r| <= 1.001·ln2/2, minimax in relative error (Remez), the coefficients
        // rounded to double one after the other, the later ones fitted again each time. Error 0.017 ULP.
        public const double C2 = 0.5000000000000011;
        public const double C3 = 0.16666666666666452;
        public const double C4 = 0.04166666666652805;
        public const double C5 = 0.008333333333476689;
        public const double C6 = 0.001388888894399853;
        public const double C7 = 0.00019841269535668358;
        public const double C8 = 2.4801492794818717e-05;
        public const double C9 = 2.755756563968125e-06;
        public const double C10 = 2.763034639592509e-07;
        public const double C11 = 2.5005530892304914e-08;
    }
}
