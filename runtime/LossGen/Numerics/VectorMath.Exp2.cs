using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>2 to the power of <paramref name="x"/>: the bits of a lane of <see cref="Exp2(Vector256{float})"/>.</summary>
    public static float Exp2(float x) => Exp2(Create(x)).ToScalar();

    /// <summary>2 to the power of <paramref name="x"/>: the bits of a lane of <see cref="Exp2(Vector256{double})"/>.</summary>
    public static double Exp2(double x) => Exp2(Create(x)).ToScalar();

    private static class Exp2Single
    {
        // 2^-151 is below half the smallest subnormal, 2^128 above the largest float.
        public const float Underflow = -151f;
        public const float Overflow = 128f;

        // 2^r = 1 + C1·r + … + C6·r⁶ on |r| <= 0.5005, minimax in relative error (Lawson), the coefficients rounded to float one after
        // the other, the later ones fitted again each time. Error 0.05 ULP.
        public const float C1 = 0.6931472f;
        public const float C2 = 0.24022648f;
        public const float C3 = 0.055503596f;
        public const float C4 = 0.009618503f;
        public const float C5 = 0.0013390997f;
        public const float C6 = 0.00015327842f;
    }

    private static class Exp2Double
    {
        // 2^-1076 is below half the smallest subnormal, 2^1024 above the largest double.
        public const double Underflow = -1076.0;
        public const double Overflow = 1024.0;

        // 2^r = 1 + C1·r + … + C11·r¹¹ on |r| <= 0.5005, minimax in relative error (Remez), the coefficients rounded to double one
        // after the other, the later ones fitted again each time. Error 0.06 ULP.
        public const double C1 = 0.6931471805599453;
        public const double C2 = 0.24022650695910172;
        public const double C3 = 0.05550410866482457;
        public const double C4 = 0.009618129107576995;
        public const double C5 = 0.0013333558145569603;
        public const double C6 = 0.00015403530479001247;
        public const double C7 = 1.5252734735370906e-05;
        public const double C8 = 1.32154243958881e-06;
        public const double C9 = 1.0177657531857427e-07;
        public const double C10 = 7.075632958868819e-09;
        public const double C11 = 4.519027253027932e-10;
    }
}
