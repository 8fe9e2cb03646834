using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The logarithm to base 2 of each lane.</summary>
    /// <remarks>
    /// Exact for powers of two. Log2(±0) is -∞, the logarithm of a negative number is NaN, Log2(+∞) is +∞ and NaN stays NaN; subnormal
    /// arguments are as accurate as others. Worst error measured: 0.87 ULP. A lane's result does not depend on its position, nor on its
    /// neighbours: they only decide how long it takes.
    /// <para>
    /// Made for this library, like <see cref="Log(Vector256{double})"/>, but that the exponent is added as it is.
    /// </para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log2(Vector256<double> x)
    {
        x = PositiveNormal(x, out Vector256<double> bias);
        Vector256<long> distance = x.AsInt64() + Create(LogDouble.OneBits - LogDouble.RootOfHalfBits);
        Vector256<long> mantissa = (distance & Create(LogDouble.MantissaMask)) + Create(LogDouble.RootOfHalfBits);
        Vector256<double> f = mantissa.AsDouble() - Create(1.0);

        // log(1 + f) = f - f²/2 + s·(f²/2 + R(s²)) with s = f/(2 + f): the first two terms in two parts.
        Vector256<double> half = f * Create(-0.5);
        Vector256<double> main = FusedMultiplyAdd(half, f, f);
        Vector256<double> mainLow = FusedMultiplyAdd(half, f, f - main);
        Vector256<double> s = f / (f + Create(2.0));
        Vector256<double> rest = FusedMultiplyAdd(s, LogSeries(s * s) - (half * f), mainLow);
        rest = FusedMultiplyAdd(main, Create(Log2Double.Log2ELow), rest * Create(ExpDouble.Log2E));
        return FusedMultiplyAdd(main, Create(ExpDouble.Log2E), rest) - (bias - ExponentOnTop(distance));
    }
}
