using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

// What the functions of the gamma family need below 0.
public static partial class VectorMath
{
    // log |Γ(-x)| = log π - log(x·|sin πx|) - log Γ(x)
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> LogGammaOfNegative(Vector256<double> x, Vector256<double> logGamma, Vector256<double> logGammaLow)
    {
        Vector256<double> distance = Abs(x - Round(x));
        Vector256<double> sine = SineOfHalfTurns(distance, out Vector256<double> sineLow);
        Vector256<double> product = Product(x, Vector256<double>.Zero, sine, sineLow, out Vector256<double> productLow);
        Vector256<double> log = LogInParts(product, productLow, Create(LogDouble.ExponentBias), out Vector256<double> logLow);

        Vector256<double> high = Sum(Create(LogGammaDouble.LogPi), -log, out Vector256<double> low);
        high = Sum(high, -logGamma, out Vector256<double> sumLow);
        low += sumLow - logLow - logGammaLow + Create(LogGammaDouble.LogPiLow);
        return ConditionalSelect(IsZero(distance), Create(double.PositiveInfinity), high + low);
    }

    // sin(π·x) of an x up to ½.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SineOfHalfTurns(Vector256<double> x, out Vector256<double> low)
    {
        Vector256<double> z = Product(x, x, out Vector256<double> zLow);
        Vector256<double> zz = z * z;
        Vector256<double> p = FusedMultiplyAdd(Create(HalfTurnDouble.P10), z, Create(HalfTurnDouble.P9));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(HalfTurnDouble.P8), z, Create(HalfTurnDouble.P7)));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(HalfTurnDouble.P6), z, Create(HalfTurnDouble.P5)));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(HalfTurnDouble.P4), z, Create(HalfTurnDouble.P3)));
        p = FusedMultiplyAdd(p, z, Create(HalfTurnDouble.P2));
        p = FusedMultiplyAdd(p, z, Create(HalfTurnDouble.P1Low));
        p = TwoTerms(Create(HalfTurnDouble.P0), Create(HalfTurnDouble.P0Low), Create(HalfTurnDouble.P1), z, zLow, p, out Vector256<double> pLow);
        return Product(x, Vector256<double>.Zero, p, pLow, out low);
    }

    // c0 + z·(c1 + rest), a product known to its last digit, where the second term is not small beside the first.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> TwoTerms(
        Vector256<double> c0,
        Vector256<double> c0Low,
        Vector256<double> c1,
        Vector256<double> z,
        Vector256<double> zLow,
        Vector256<double> rest,
        out Vector256<double> low)
    {
        Vector256<double> term = Product(c1, Vector256<double>.Zero, z, zLow, out Vector256<double> termLow);
        Vector256<double> sum = Sum(c0, term, out low);
        return SumFromLarger(sum, low + FusedMultiplyAdd(rest, z, termLow + c0Low), out low);
    }
}
