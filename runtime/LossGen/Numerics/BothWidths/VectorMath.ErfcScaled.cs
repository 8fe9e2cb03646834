using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    // exp(a²)·erfc(a) of an a that is not negative, nor above 1e300: for all of them one polynomial in t = (a - 4)/(a + 4) for its product with 1 + 2a, an idea
    // of Shepherd and Laframboise (1981), which keeps within a tenth of 1.18.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ErfcScaled(Vector256<double> a, Vector256<double> aLow, out Vector256<double> low)
    {
        // t = 1 - 8/(a + 4)
        Vector256<double> divisor = Sum(a, Create(4.0), out Vector256<double> divisorLow);
        divisorLow += aLow;
        Vector256<double> v = Create(8.0) / divisor;
        Vector256<double> rest = FusedMultiplyAdd(-v, divisorLow, FusedMultiplyAdd(-v, divisor, Create(8.0)));
        Vector256<double> t = FusedMultiplyAdd(rest, v * Create(-0.125), Create(1.0) - v);
        Vector256<double> tt = t * t;

        Vector256<double> p = FusedMultiplyAdd(Create(ErfcScaledDouble.C25), t, Create(ErfcScaledDouble.C24));
        p = FusedMultiplyAdd(p, tt, FusedMultiplyAdd(Create(ErfcScaledDouble.C23), t, Create(ErfcScaledDouble.C22)));
        p = FusedMultiplyAdd(p, tt, FusedMultiplyAdd(Create(ErfcScaledDouble.C21), t, Create(ErfcScaledDouble.C20)));
        p = FusedMultiplyAdd(p, tt, FusedMultiplyAdd(Create(ErfcScaledDouble.C19), t, Create(ErfcScaledDouble.C18)));
        p = FusedMultiplyAdd(p, tt, FusedMultiplyAdd(Create(ErfcScaledDouble.C17), t, Create(ErfcScaledDouble.C16)));
        p = FusedMultiplyAdd(p, tt, FusedMultiplyAdd(Create(ErfcScaledDouble.C15), t, Create(ErfcScaledDouble.C14)));
        p = FusedMultiplyAdd(p, tt, FusedMultiplyAdd(Create(ErfcScaledDouble.C13), t, Create(ErfcScaledDouble.C12)));
        p = FusedMultiplyAdd(p, tt, FusedMultiplyAdd(Create(ErfcScaledDouble.C11), t, Create(ErfcScaledDouble.C10)));
        p = FusedMultiplyAdd(p, tt, FusedMultiplyAdd(Create(ErfcScaledDouble.C9), t, Create(ErfcScaledDouble.C8)));
        p = FusedMultiplyAdd(p, tt, FusedMultiplyAdd(Create(ErfcScaledDouble.C7), t, Create(ErfcScaledDouble.C6)));
        p = FusedMultiplyAdd(p, tt, FusedMultiplyAdd(Create(ErfcScaledDouble.C5), t, Create(ErfcScaledDouble.C4)));
        p = FusedMultiplyAdd(p, tt, FusedMultiplyAdd(Create(ErfcScaledDouble.C3), t, Create(ErfcScaledDouble.C2)));
        p = FusedMultiplyAdd(p, t, Create(ErfcScaledDouble.C1));
        p = FusedMultiplyAdd(p, t, Create(ErfcScaledDouble.C0Low));

        // The sum of the constant and p, divided by 1 + 2a.
        divisor = Sum(a + a, Create(1.0), out divisorLow);
        Vector256<double> inverse = Inverse(divisor, divisorLow + (aLow + aLow), out Vector256<double> inverseLow);
        Vector256<double> high = Product(inverse, Create(ErfcScaledDouble.C0), out low);
        low = FusedMultiplyAdd(inverse, p, FusedMultiplyAdd(inverseLow, p + Create(ErfcScaledDouble.C0), low));
        return SumFromLarger(high, low, out low);
    }
}
