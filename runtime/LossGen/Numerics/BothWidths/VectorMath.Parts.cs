using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

// Numbers in two parts: a double and what its rounding leaves out.
public static partial class VectorMath
{
    // a + b
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Sum(Vector256<double> a, Vector256<double> b, out Vector256<double> low)
    {
        Vector256<double> sum = a + b;
        Vector256<double> partOfB = sum - a;
        low = a - (sum - partOfB) + (b - partOfB);
        return sum;
    }

    // a + b of an a that is not the smaller one
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SumFromLarger(Vector256<double> a, Vector256<double> b, out Vector256<double> low)
    {
        Vector256<double> sum = a + b;
        low = a - sum + b;
        return sum;
    }

    // a·b
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Product(Vector256<double> a, Vector256<double> b, out Vector256<double> low)
    {
        Vector256<double> product = a * b;
        low = FusedMultiplyAdd(a, b, -product);
        return product;
    }

    // (a + aLow)·(b + bLow)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Product(
        Vector256<double> a,
        Vector256<double> aLow,
        Vector256<double> b,
        Vector256<double> bLow,
        out Vector256<double> low)
    {
        Vector256<double> product = Product(a, b, out low);
        low += FusedMultiplyAdd(a, bLow, aLow * b);
        return product;
    }

    // 1/(a + aLow)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Inverse(Vector256<double> a, Vector256<double> aLow, out Vector256<double> low)
    {
        Vector256<double> inverse = Create(1.0) / a;
        low = FusedMultiplyAdd(-inverse, aLow, FusedMultiplyAdd(-inverse, a, Create(1.0))) * inverse;
        return inverse;
    }

    // log(x + xLow) of a positive normal number, to about 2^-66 of it, with the bias that goes with it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LogInParts(
        Vector256<double> x,
        Vector256<double> xLow,
        Vector256<double> bias,
        out Vector256<double> low)
    {
        Vector256<double> log2 = Log2InParts(x, bias, out Vector256<double> log2Low);
        Vector256<double> log = Product(log2, log2Low, Create(LogParts.Ln2), Create(LogParts.Ln2Low), out low);
        return SumFromLarger(log, low + (xLow / x), out low);
    }

    // (a + aLow)/(b + bLow)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> QuotientInParts(
        Vector256<double> a,
        Vector256<double> aLow,
        Vector256<double> b,
        Vector256<double> bLow,
        out Vector256<double> low)
    {
        Vector256<double> quotient = a / b;
        low = (FusedMultiplyAdd(-quotient, b, a) + FusedMultiplyAdd(-quotient, bLow, aLow)) / b;
        return quotient;
    }

    // √(a + aLow)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> RootInParts(Vector256<double> a, Vector256<double> aLow, out Vector256<double> low)
    {
        Vector256<double> root = Sqrt(a);
        low = (FusedMultiplyAdd(-root, root, a) + aLow) / (root + root);
        low = ConditionalSelect(IsZero(root), root, low);
        return root;
    }

    // 1 - x² of an x up to 1
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> OneMinusSquareInParts(Vector256<double> x, out Vector256<double> low)
    {
        Vector256<double> square = x * x;
        Vector256<double> difference = SumFromLarger(Create(1.0), -square, out low);
        return SumFromLarger(difference, low - FusedMultiplyAdd(x, x, -square), out low);
    }
}
