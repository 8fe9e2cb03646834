using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The sine of <paramref name="x"/>: the bits of a lane of <see cref="Sin(Vector256{double})"/>.</summary>
    public static double Sin(double x) => Sin(Create(x)).ToScalar();

    /// <summary>The cosine of <paramref name="x"/>: the bits of a lane of <see cref="Cos(Vector256{double})"/>.</summary>
    public static double Cos(double x) => Cos(Create(x)).ToScalar();

    /// <summary>1 - cos(x) of <paramref name="x"/>: the bits of a lane of <see cref="OneMinusCosine(Vector256{double})"/>.</summary>
    public static double OneMinusCosine(double x) => OneMinusCosine(Create(x)).ToScalar();

    private static class SineDouble
    {
        // 2^20: up to here n has 20 bits. Beyond, the digits of 2/π are needed.
        public const double Large = 1048576.0;

        // 1.5·2^52, whose last bit is worth 1.
        public const double Rounder = 6755399441055744.0;
        public const double TwoOverPi = 0.6366197723675814;

        // π/2 in three pieces; the second has 33 bits, so that its product with n is exact.
        public const double HalfPiHigh = 1.5707963267948966;
        public const double HalfPiMiddle = 6.12323399538461e-17;
        public const double HalfPiLow = 3.5215598651832e-27;

        // sin(r) = r + S3·r³ + … + S13·r¹³ and cos(r) = 1 - r²/2 + C4·r⁴ + … + C14·r¹⁴ on |r| <= 1.0001·π/4, minimax in relative
        // error (Remez), the coefficients rounded to double one after the other, the later ones fitted again each time. Error 0.04 ULP.
        public const double S3 = -0.1666666666666663;
        public const double S5 = 0.00833333333332184;
        public const double S7 = -0.0001984126982937011;
        public const double S9 = 2.7557313546764267e-06;
        public const double S11 = -2.5050736420841258e-08;
        public const double S13 = 1.5895598249749075e-10;
        public const double C4 = 0.041666666666666595;
        public const double C6 = -0.0013888888888873338;
        public const double C8 = 2.480158728899152e-05;
        public const double C10 = -2.7557314211405006e-07;
        public const double C12 = 2.0875704286475123e-09;
        public const double C14 = -1.1358675157237631e-11;
    }
}
