using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>2 to the power of each lane.</summary>
    /// <remarks>
    /// Exact where x is a whole number. Overflows to +∞ and goes down through the subnormals to 0: Exp2(-∞) is 0, Exp2(+∞) is +∞
    /// and NaN stays NaN. Worst error measured: 0.89 ULP. A lane's result does not depend on its position.
    /// <para>
    /// Made for this library, like <see cref="Exp(Vector256{double})"/>, but that the nearest whole number is subtracted without an error.
    /// </para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp2(Vector256<double> x)
    {
        // The steps are those of the float function, where they are explained.
        x = MinNative(Create(Exp2Double.Overflow), MaxNative(Create(Exp2Double.Underflow), x));
        Vector256<double> shifted = x + Create(ExpDouble.Rounder);
        return Exp2OfParts(shifted, x - (shifted - Create(ExpDouble.Rounder)));
    }

    /// <summary>2 to the power of <paramref name="x"/>: the bits of a lane of <see cref="Exp2(Vector256{double})"/>.</summary>
    public static double Exp2(double x) => Exp2(Create(x)).ToScalar();

    // 2^(n + r), where the first argument has n + 2046 in its low bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Exp2OfParts(Vector256<double> shifted, Vector256<double> r)
    {
        Vector256<long> exponents = shifted.AsInt64() << 52;
        Vector256<long> firstHalf = (exponents >>> 1) & Create(ExpDouble.ExponentMask);
        Vector256<double> first = firstHalf.AsDouble();
        Vector256<double> second = (exponents - firstHalf).AsDouble();
        return FusedMultiplyAdd(r * first, Exp2Quotient(r), first) * second;
    }

    // (2^r - 1)/r
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Exp2Quotient(Vector256<double> r)
    {
        Vector256<double> rr = r * r;
        Vector256<double> p = FusedMultiplyAdd(Create(Exp2Double.C11), r, Create(Exp2Double.C10));
        p = FusedMultiplyAdd(p, rr, FusedMultiplyAdd(Create(Exp2Double.C9), r, Create(Exp2Double.C8)));
        p = FusedMultiplyAdd(p, rr, FusedMultiplyAdd(Create(Exp2Double.C7), r, Create(Exp2Double.C6)));
        p = FusedMultiplyAdd(p, rr, FusedMultiplyAdd(Create(Exp2Double.C5), r, Create(Exp2Double.C4)));
        p = FusedMultiplyAdd(p, r, Create(Exp2Double.C3));
        p = FusedMultiplyAdd(p, r, Create(Exp2Double.C2));
        return FusedMultiplyAdd(p, r, Create(Exp2Double.C1));
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
