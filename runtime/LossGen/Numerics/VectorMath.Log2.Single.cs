using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
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
