using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>e to the power of <paramref name="x"/>: the bits of a lane of <see cref="Exp(Vector256{double})"/>.</summary>
    public static double Exp(double x) => Exp(Create(x)).ToScalar();

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
