using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    // log₂x of a positive normal number, to about 2^-66 of it, as a double and what that leaves out. The bias is what is to be
    // subtracted from the exponent, and 2^52.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Log2InParts(Vector256<double> x, Vector256<double> bias, out Vector256<double> low)
    {
        // x = 2^n·(1 + f) with 1 + f in [√½, √2), as in Log.
        Vector256<long> distance = x.AsInt64() + Create(LogDouble.OneBits - LogDouble.RootOfHalfBits);
        Vector256<long> mantissa = (distance & Create(LogDouble.MantissaMask)) + Create(LogDouble.RootOfHalfBits);
        Vector256<double> f = mantissa.AsDouble() - Create(1.0);
        Vector256<double> n = ExponentOnTop(distance) - bias;

        // s + sLow = f/(2 + f), z + zLow = s². Here and below, what a rounding leaves out is found by a fused multiplication, or by
        // subtracting from the sum its larger term.
        Vector256<double> divisor = f + Create(2.0);
        Vector256<double> divisorLow = f - (divisor - Create(2.0));
        Vector256<double> inverse = Create(1.0) / divisor;
        Vector256<double> s = f * inverse;
        Vector256<double> sLow = FusedMultiplyAdd(-s, divisorLow, FusedMultiplyAdd(-s, divisor, f)) * inverse;
        Vector256<double> z = s * s;
        Vector256<double> zLow = FusedMultiplyAdd(s, sLow + sLow, FusedMultiplyAdd(s, s, -z));

        // log₂(1 + f) = s·(K0 + z·(K1 + z·(K2 + …))). From K2 on a double is enough.
        Vector256<double> zz = z * z;
        Vector256<double> p = FusedMultiplyAdd(Create(Log2Parts.K9), z, Create(Log2Parts.K8));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(Log2Parts.K7), z, Create(Log2Parts.K6)));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(Log2Parts.K5), z, Create(Log2Parts.K4)));
        p = FusedMultiplyAdd(p, zz, FusedMultiplyAdd(Create(Log2Parts.K3), z, Create(Log2Parts.K2)));
        p *= z;
        Vector256<double> inner = Create(Log2Parts.K1) + p;
        Vector256<double> innerLow = Create(Log2Parts.K1) - inner + p + Create(Log2Parts.K1Low);
        p = z * inner;
        Vector256<double> pLow = FusedMultiplyAdd(z, innerLow, FusedMultiplyAdd(zLow, inner, FusedMultiplyAdd(z, inner, -p)));
        Vector256<double> outer = Create(Log2Parts.K0) + p;
        Vector256<double> outerLow = Create(Log2Parts.K0) - outer + p + (pLow + Create(Log2Parts.K0Low));
        Vector256<double> fraction = s * outer;
        Vector256<double> fractionLow = FusedMultiplyAdd(s, outerLow, FusedMultiplyAdd(sLow, outer, FusedMultiplyAdd(s, outer, -fraction)));

        Vector256<double> high = n + fraction;
        low = n - high + fraction + fractionLow;
        return high;
    }
}
