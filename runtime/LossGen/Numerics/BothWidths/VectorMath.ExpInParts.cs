using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    // exp(x + xLow) = (1 + excess)·first·second of an x up to 0, with |excess| up to 0.42: the steps of Exp, where they are explained, and what they round off.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ExpInParts(
        Vector256<double> x,
        Vector256<double> xLow,
        out Vector256<double> first,
        out Vector256<double> second)
    {
        x = MaxNative(Create(ExpDouble.Underflow), x);
        Vector256<double> shifted = FusedMultiplyAdd(x, Create(ExpDouble.Log2E), Create(ExpDouble.Rounder));
        Vector256<double> n = shifted - Create(ExpDouble.Rounder);
        Vector256<double> exact = FusedMultiplyAdd(n, Create(-ExpDouble.Ln2High), x);
        Vector256<double> rest = FusedMultiplyAdd(n, Create(-ExpDouble.Ln2Low), xLow);
        Vector256<double> r = exact + rest;
        Vector256<double> error = exact - r + rest;

        Vector256<long> exponents = shifted.AsInt64() << 52;
        Vector256<long> firstHalf = (exponents >>> 1) & Create(ExpDouble.ExponentMask);
        first = firstHalf.AsDouble();
        second = (exponents - firstHalf).AsDouble();
        return FusedMultiplyAdd(r, ExpQuotient(r), error);
    }

    // (factor + factorLow)·(1 + excess)·first·second, as a double and what that leaves out.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> TimesExp(
        Vector256<double> factor,
        Vector256<double> factorLow,
        Vector256<double> excess,
        Vector256<double> first,
        Vector256<double> second,
        out Vector256<double> low)
    {
        Vector256<double> rest = FusedMultiplyAdd(factor, excess, FusedMultiplyAdd(factorLow, excess, factorLow));
        Vector256<double> high = SumFromLarger(factor, rest, out low);
        low = low * first * second;
        return high * first * second;
    }

    // -x²/2 or, doubled, -x², as a double and what that leaves out.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> MinusHalfSquare(Vector256<double> x, out Vector256<double> low)
    {
        Vector256<double> square = Product(x, x, out low);
        low *= Create(-0.5);
        return square * Create(-0.5);
    }
}
