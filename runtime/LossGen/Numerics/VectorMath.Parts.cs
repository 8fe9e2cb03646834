using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    // Numbers in two parts, a double and what that leaves out: about 106 bits. The larger part comes first.

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SumInParts(Vector256<double> a, Vector256<double> b, out Vector256<double> low)
    {
        Vector256<double> sum = a + b;
        Vector256<double> partOfB = sum - a;
        low = a - (sum - partOfB) + (b - partOfB);
        return sum;
    }

    // Of an a that is at least as large as b, or 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SumOfLargerInParts(Vector256<double> a, Vector256<double> b, out Vector256<double> low)
    {
        Vector256<double> sum = a + b;
        low = a - sum + b;
        return sum;
    }

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
        Vector256<double> difference = SumOfLargerInParts(Create(1.0), -square, out low);
        return SumOfLargerInParts(difference, low - FusedMultiplyAdd(x, x, -square), out low);
    }
}
