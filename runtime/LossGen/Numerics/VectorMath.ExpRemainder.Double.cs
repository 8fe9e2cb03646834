using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>exp(x) - 1 - x of <paramref name="x"/>: the bits of a lane of <see cref="ExpRemainder(Vector256{double})"/>.</summary>
    public static double ExpRemainder(double x) => ExpRemainder(Create(x)).ToScalar();

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
