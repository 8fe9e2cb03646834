using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>e to the power of <paramref name="x"/>: the bits of a lane of <see cref="Exp(Vector256{float})"/>.</summary>
    public static float Exp(float x) => Exp(Create(x)).ToScalar();

    /// <summary>e to the power of <paramref name="x"/>: the bits of a lane of <see cref="Exp(Vector256{double})"/>.</summary>
    public static double Exp(double x) => Exp(Create(x)).ToScalar();

    /// <summary>
    /// e to the power of <paramref name="x"/>, which is not above 0: the bits of a lane of <see cref="ExpNonPositive(Vector256{float})"/>.
    /// </summary>
    public static float ExpNonPositive(float x) => ExpNonPositive(Create(x)).ToScalar();

    /// <summary>
    /// e to the power of <paramref name="x"/>, which is not above 0: the bits of a lane of <see cref="ExpNonPositive(Vector256{double})"/>.
    /// </summary>
    public static double ExpNonPositive(double x) => ExpNonPositive(Create(x)).ToScalar();

    private static class ExpSingle
    {
        // exp(-104) is below half the smallest subnormal, exp(89) above the largest float.
        public const float Underflow = -104f;
        public const float Overflow = 89f;

        public const float Log2E = 1.442695f;

        // 1.5·2^23, whose last bit is worth 1, and twice the exponent bias.
        public const float Rounder = 12582912f + 254f;
        public const int ExponentMask = 0x7F800000;

        // ln2 in two pieces; the first has 15 bits, so that its product with n is exact.
        public const float Ln2High = 0.69314575f;
        public const float Ln2Low = 1.4286068e-06f;

        // exp(r) = 1 + r + C2·r² + … + C6·r⁶ on |r| <= 1.001·ln2/2, minimax in relative error (Remez), the coefficients
        // rounded to float one after the other, the later ones fitted again each time. Error 0.026 ULP.
        public const float C2 = 0.49999994f;
        public const float C3 = 0.16666521f;
        public const float C4 = 0.041668274f;
        public const float C5 = 0.008368683f;
        public const float C6 = 0.0013820052f;
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

    private static class ExpNonPositiveSingle
    {
        // 1.5·2^23, the exponent bias, and 64 for the scale.
        public const float Rounder = 12582912f + 127f + 64f;

        // 2^-64
        public const float Unscale = 5.421010862427522e-20f;
    }

    private static class ExpNonPositiveDouble
    {
        // 1.5·2^52, the exponent bias, and 128 for the scale.
        public const double Rounder = 6755399441055744.0 + 1023.0 + 128.0;

        // 2^-128
        public const double Unscale = 2.938735877055719e-39;
    }
}
