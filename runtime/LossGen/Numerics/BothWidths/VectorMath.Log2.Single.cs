using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The logarithm to base 2 of each lane.</summary>
    /// <remarks>
    /// Exact for powers of two. Log2(±0) is -∞, the logarithm of a negative number is NaN, Log2(+∞) is +∞ and NaN stays NaN; subnormal
    /// arguments are as accurate as others. Worst error over all floats: 0.86 ULP. A lane's result does not depend on its position, nor
    /// on its neighbours: they only decide how long it takes.
    /// <para>
    /// Made for this library, like <see cref="Log(Vector256{float})"/>, but that the exponent is added as it is.
    /// </para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log2(Vector256<float> x)
    {
        // x = 2^n·(1 + f) with 1 + f in [√½, √2): next to n, the rest is at most a half.
        x = PositiveNormal(x, out Vector256<float> offset);
        Vector256<int> distance = x.AsInt32() - Create(Log2Single.RootOfHalfBits);
        Vector256<int> mantissa = (distance & Create(LogSingle.MantissaMask)) + Create(Log2Single.RootOfHalfBits);
        Vector256<float> f = mantissa.AsSingle() - Create(1f);

        // f - f²/2 in two parts. Times 1/ln2, with what follows, it is log₂(1 + f).
        Vector256<float> half = f * Create(-0.5f);
        Vector256<float> main = FusedMultiplyAdd(half, f, f);
        Vector256<float> mainLow = FusedMultiplyAdd(half, f, f - main);
        Vector256<float> scaledLow = FusedMultiplyAdd(main, Create(Log2Single.Log2ELow), mainLow * Create(Log2Single.Log2E));

        // In pairs: four short chains in place of one long one.
        Vector256<float> ff = f * f;
        Vector256<float> p = FusedMultiplyAdd(Create(Log2Single.C10), f, Create(Log2Single.C9));
        p = FusedMultiplyAdd(p, ff, FusedMultiplyAdd(Create(Log2Single.C8), f, Create(Log2Single.C7)));
        p = FusedMultiplyAdd(p, ff, FusedMultiplyAdd(Create(Log2Single.C6), f, Create(Log2Single.C5)));
        p = FusedMultiplyAdd(p, ff, FusedMultiplyAdd(Create(Log2Single.C4), f, Create(Log2Single.C3)));
        Vector256<float> fraction = FusedMultiplyAdd(main, Create(Log2Single.Log2E), FusedMultiplyAdd(ff * f, p, scaledLow));
        return fraction - (offset - ConvertToSingle(distance >> 23));
    }
}
