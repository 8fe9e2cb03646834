using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>x - sin(x) of <paramref name="x"/>: the bits of a lane of <see cref="SineRemainder(Vector256{double})"/>.</summary>
    public static double SineRemainder(double x) => SineRemainder(Create(x)).ToScalar();

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
