using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>e to the power of <paramref name="x"/>, minus 1: the bits of a lane of <see cref="ExpM1(Vector256{float})"/>.</summary>
    public static float ExpM1(float x) => ExpM1(Create(x)).ToScalar();

    /// <summary>e to the power of <paramref name="x"/>, minus 1: the bits of a lane of <see cref="ExpM1(Vector256{double})"/>.</summary>
    public static double ExpM1(double x) => ExpM1(Create(x)).ToScalar();

    /// <summary>exp(x) - 1 - x of <paramref name="x"/>: the bits of a lane of <see cref="ExpRemainder(Vector256{float})"/>.</summary>
    public static float ExpRemainder(float x) => ExpRemainder(Create(x)).ToScalar();

    /// <summary>exp(x) - 1 - x of <paramref name="x"/>: the bits of a lane of <see cref="ExpRemainder(Vector256{double})"/>.</summary>
    public static double ExpRemainder(double x) => ExpRemainder(Create(x)).ToScalar();

    private static class ExpM1Single
    {
        // exp(-18) is below a quarter of the last place of 1.
        public const float Saturation = -18f;

        // 1.5·2^23 and the exponent bias, without and with a factor of a half.
        public const float Rounder = 12582912f + 127f;
        public const float HalvingRounder = 12582912f + 126f;

        // 2^-26
        public const float Tiny = 1.4901161e-08f;

        // exp(r) = 1 + r + r²/2 + C3·r³ + … + C7·r⁷ on |r| <= 1.001·ln2/2, minimax in the relative error of exp(r) - 1 (Remez), the
        // coefficients rounded to float one after the other, the later ones fitted again each time. Error at most 0.01 ULP.
        public const float C3 = 0.16666666f;
        public const float C4 = 0.041666493f;
        public const float C5 = 0.008333544f;
        public const float C6 = 0.001393234f;
        public const float C7 = 0.00019763438f;
    }

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

    private static class ExpRemainderSingle
    {
        // exp(x) - 1 - x = x²·(1/2 + C3·x + … + C9·x⁷) on |x| <= 1.0001, minimax in relative error (Remez), the coefficients rounded to float
        // one after the other, the later ones fitted again each time. Error 0.05 ULP.
        public const float C3 = 0.16666667f;
        public const float C4 = 0.041666713f;
        public const float C5 = 0.008333301f;
        public const float C6 = 0.0013885937f;
        public const float C7 = 0.00019845703f;
        public const float C8 = 2.5325643e-05f;
        public const float C9 = 2.762886e-06f;
    }

    private static class ExpRemainderDouble
    {
        // exp(x) - 1 - x = x²·(1/2 + C3·x + … + C16·x¹⁴) on |x| <= 1.0001, minimax in relative error (Remez), the coefficients rounded to
        // double one after the other, the later ones fitted again each time. Error 0.007 ULP.
        public const double C3 = 0.16666666666666666;
        public const double C4 = 0.041666666666666664;
        public const double C5 = 0.008333333333333554;
        public const double C6 = 0.0013888888888889679;
        public const double C7 = 0.00019841269841129087;
        public const double C8 = 2.4801587300924092e-05;
        public const double C9 = 2.755731925620839e-06;
        public const double C10 = 2.7557319451319854e-07;
        public const double C11 = 2.5052107154671915e-08;
        public const double C12 = 2.087672053908562e-09;
        public const double C13 = 1.605850631486276e-10;
        public const double C14 = 1.1473351973532824e-11;
        public const double C15 = 7.72115568105888e-13;
        public const double C16 = 4.7302809227804315e-14;
    }
}
