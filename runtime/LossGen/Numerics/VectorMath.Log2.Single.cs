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

    /// <summary>The logarithm to base 2 of <paramref name="x"/>: the bits of a lane of <see cref="Log2(Vector256{float})"/>.</summary>
    public static float Log2(float x) => Log2(Create(x)).ToScalar();

    private static class Log2Single
    {
        public const int RootOfHalfBits = 0x3F3504F3;

        // 1/ln2 and what it leaves out.
        public const float Log2E = 1.442695f;
        public const float Log2ELow = 1.925963e-08f;

        // log₂(1 + f) = (f - f²/2)/ln2 + C3·f³ + … + C10·f¹⁰ on [√½ - 1, √2 - 1], minimax in relative error (Lawson), the
        // coefficients rounded to float one after the other, the later ones fitted again each time. Error 0.1 ULP.
        public const float C3 = 0.48089832f;
        public const float C4 = -0.36068562f;
        public const float C5 = 0.28855687f;
        public const float C6 = -0.23982413f;
        public const float C7 = 0.204885f;
        public const float C8 = -0.18986036f;
        public const float C9 = 0.18412846f;
        public const float C10 = -0.1101655f;
    }
}
