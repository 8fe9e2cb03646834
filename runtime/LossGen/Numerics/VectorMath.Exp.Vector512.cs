using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace LossGen;

// The lanes of a wider vector, each the same bits as in a narrower one. What wide kernels spend their time on has steps of its own.
public static partial class VectorMath
{
    /// <inheritdoc cref="Exp(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        x = MinNative(Create(ExpSingle.Overflow), MaxNative(Create(ExpSingle.Underflow), x));

        Vector512<float> shifted = FusedMultiplyAdd(x, Create(ExpSingle.Log2E), Create(ExpSingle.Rounder));
        Vector512<float> n = shifted - Create(ExpSingle.Rounder);
        Vector512<float> r = FusedMultiplyAdd(n, Create(-ExpSingle.Ln2High), x);
        r = FusedMultiplyAdd(n, Create(-ExpSingle.Ln2Low), r);

        Vector512<int> exponents = shifted.AsInt32() << 23;
        Vector512<int> firstHalf = (exponents >>> 1) & Create(ExpSingle.ExponentMask);
        Vector512<float> first = firstHalf.AsSingle();
        Vector512<float> second = (exponents - firstHalf).AsSingle();

        return FusedMultiplyAdd(r * first, ExpQuotient(r), first) * second;
    }

    /// <inheritdoc cref="Exp(Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x) => Create(Exp(x.GetLower()), Exp(x.GetUpper()));

    /// <inheritdoc cref="ExpNonPositive(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ExpNonPositive(Vector512<float> x)
    {
        x = MaxNative(Create(ExpSingle.Underflow), x);

        Vector512<float> shifted = FusedMultiplyAdd(x, Create(ExpSingle.Log2E), Create(ExpNonPositiveSingle.Rounder));
        Vector512<float> n = shifted - Create(ExpNonPositiveSingle.Rounder);
        Vector512<float> r = FusedMultiplyAdd(n, Create(-ExpSingle.Ln2High), x);
        r = FusedMultiplyAdd(n, Create(-ExpSingle.Ln2Low), r);

        return FusedMultiplyAdd(r, ExpQuotient(r), Create(1f)) * (shifted.AsInt32() << 23).AsSingle() * Create(ExpNonPositiveSingle.Unscale);
    }

    /// <inheritdoc cref="ExpNonPositive(Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ExpNonPositive(Vector512<double> x)
    {
        x = MaxNative(Create(ExpDouble.Underflow), x);

        Vector512<double> shifted = FusedMultiplyAdd(x, Create(ExpDouble.Log2E), Create(ExpNonPositiveDouble.Rounder));
        Vector512<double> n = shifted - Create(ExpNonPositiveDouble.Rounder);
        Vector512<double> r = FusedMultiplyAdd(n, Create(-ExpDouble.Ln2High), x);
        r = FusedMultiplyAdd(n, Create(-ExpDouble.Ln2Low), r);

        Vector512<double> rr = r * r;
        Vector512<double> p = FusedMultiplyAdd(Create(ExpDouble.C11), r, Create(ExpDouble.C10));
        p = FusedMultiplyAdd(p, rr, FusedMultiplyAdd(Create(ExpDouble.C9), r, Create(ExpDouble.C8)));
        p = FusedMultiplyAdd(p, rr, FusedMultiplyAdd(Create(ExpDouble.C7), r, Create(ExpDouble.C6)));
        p = FusedMultiplyAdd(p, rr, FusedMultiplyAdd(Create(ExpDouble.C5), r, Create(ExpDouble.C4)));
        p = FusedMultiplyAdd(p, r, Create(ExpDouble.C3));
        p = FusedMultiplyAdd(p, r, Create(ExpDouble.C2));
        p = FusedMultiplyAdd(p, r, Create(1.0));
        return FusedMultiplyAdd(r, p, Create(1.0)) * (shifted.AsInt64() << 52).AsDouble() * Create(ExpNonPositiveDouble.Unscale);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpQuotient(Vector512<float> r)
    {
        Vector512<float> p = FusedMultiplyAdd(Create(ExpSingle.C6), r, Create(ExpSingle.C5));
        p = FusedMultiplyAdd(p, r, Create(ExpSingle.C4));
        p = FusedMultiplyAdd(p, r, Create(ExpSingle.C3));
        p = FusedMultiplyAdd(p, r, Create(ExpSingle.C2));
        return FusedMultiplyAdd(p, r, Create(1f));
    }
}
