using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The sine of <paramref name="x"/>: the bits of a lane of <see cref="Sin(Vector256{float})"/>.</summary>
    public static float Sin(float x) => Sin(Create(x)).ToScalar();

    /// <summary>The cosine of <paramref name="x"/>: the bits of a lane of <see cref="Cos(Vector256{float})"/>.</summary>
    public static float Cos(float x) => Cos(Create(x)).ToScalar();

    /// <summary>The sine of <paramref name="x"/>: the bits of a lane of <see cref="Sin(Vector256{double})"/>.</summary>
    public static double Sin(double x) => Sin(Create(x)).ToScalar();

    /// <summary>The cosine of <paramref name="x"/>: the bits of a lane of <see cref="Cos(Vector256{double})"/>.</summary>
    public static double Cos(double x) => Cos(Create(x)).ToScalar();

    /// <summary>1 - cos(x) of <paramref name="x"/>: the bits of a lane of <see cref="OneMinusCosine(Vector256{double})"/>.</summary>
    public static double OneMinusCosine(double x) => OneMinusCosine(Create(x)).ToScalar();

    /// <summary>x - sin(x) of <paramref name="x"/>: the bits of a lane of <see cref="SineRemainder(Vector256{float})"/>.</summary>
    public static float SineRemainder(float x) => SineRemainder(Create(x)).ToScalar();

    /// <summary>1 - cos(x) of <paramref name="x"/>: the bits of a lane of <see cref="OneMinusCosine(Vector256{float})"/>.</summary>
    public static float OneMinusCosine(float x) => OneMinusCosine(Create(x)).ToScalar();

    /// <summary>x - sin(x) of <paramref name="x"/>: the bits of a lane of <see cref="SineRemainder(Vector256{double})"/>.</summary>
    public static double SineRemainder(double x) => SineRemainder(Create(x)).ToScalar();

    /// <summary>The tangent of <paramref name="x"/>: the bits of a lane of <see cref="Tan(Vector256{double})"/>.</summary>
    public static double Tan(double x) => Tan(Create(x)).ToScalar();

    /// <summary>The tangent of <paramref name="x"/>: the bits of a lane of <see cref="Tan(Vector256{float})"/>.</summary>
    public static float Tan(float x) => Tan(Create(x)).ToScalar();

    private static class SineSingle
    {
        // 2^30: up to here, r is good to more than the digits of a float, however near x is to a multiple of π.
        public const float Large = 1073741824f;

        public const double OneOverPi = 0.3183098861837907;
        public const double PiHigh = 3.141592653589793;
        public const double PiLow = 1.2246467991473532e-16;

        // sin(r) = r + S3·r³ + … + S9·r⁹ on |r| <= 1.001·π/2, minimax in relative error (Remez). Error 0.1 ULP of a float.
        public const double S3 = -0.16666659432676745;
        public const double S5 = 0.008333062965936748;
        public const double S7 = -0.00019809346371410592;
        public const double S9 = 2.605181693043348e-06;
    }

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

    private static class SineRemainderSingle
    {
        // x - sin(x) = C3·x³ + … + C11·x¹¹ on |x| <= 1.0001·π/2, minimax in relative error (Remez), the coefficients rounded to double one
        // after the other, the later ones fitted again each time. Error 0.002 ULP of a float.
        public const double C3 = 0.1666666666371858;
        public const double C5 = -0.00833333274784678;
        public const double C7 = 0.00019841082340281272;
        public const double C9 = -2.7536190116635214e-06;
        public const double C11 = 2.407464671104967e-08;
    }

    private static class SineRemainderDouble
    {
        // π/2: beyond, subtracting the sine cancels few of its digits.
        public const double Small = 1.5707963267948966;

        // 2^55
        public const double Large = 36028797018963968.0;

        // x - sin(x) = x³/6 + C5·x⁵ + … + C17·x¹⁷ on |x| <= 1.0001·π/2, minimax in relative error (Remez), the coefficients rounded to double
        // one after the other, the later ones fitted again each time. Error 0.01 ULP. 1/6 is in two parts.
        public const double C3 = 0.16666666666666666;
        public const double C3Low = 9.25185853854297e-18;
        public const double C5 = -0.008333333333333321;
        public const double C7 = 0.00019841269841257175;
        public const double C9 = -2.7557319219569632e-06;
        public const double C11 = 2.5052107655495967e-08;
        public const double C13 = -1.6058979269849847e-10;
        public const double C15 = 7.644021115298057e-13;
        public const double C17 = -2.7319739629958813e-15;
    }
}
