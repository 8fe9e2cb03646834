using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>e to the power of <paramref name="x"/>, minus 1: the bits of a lane of <see cref="ExpM1(Vector256{double})"/>.</summary>
    public static double ExpM1(double x) => ExpM1(Create(x)).ToScalar();

    private static class ExpM1Double
    {
        // exp(-38) is below a quarter of the last place of 1.
        public const double Saturation = -38.0;

        // 1.5·2^52 and the exponent bias, without and with a factor of a half.
        public const double Rounder = 6755399441055744.0 + 1023.0;
        public const double HalvingRounder = 6755399441055744.0 + 1022.0;

        // 2^-55
        public const double Tiny = 2.7755575615628914e-17;

        // exp(r) = 1 + r + r²/2 + C3·r³ + … + C12·r¹² on |r| <= 1.001·ln2/2, minimax in the relative error of exp(r) - 1 (Remez), the
        // coefficients rounded to double one after the other, the later ones fitted again each time. Error at most 0.003 ULP.
        public const double C3 = 0.16666666666666677;
        public const double C4 = 0.041666666666666685;
        public const double C5 = 0.008333333333321789;
        public const double C6 = 0.0013888888888893439;
        public const double C7 = 0.0001984126988536362;
        public const double C8 = 2.480158727970207e-05;
        public const double C9 = 2.7557245179559064e-06;
        public const double C10 = 2.755732903947229e-07;
        public const double C11 = 2.510865278097989e-08;
        public const double C12 = 2.0893967047758026e-09;
    }
}
