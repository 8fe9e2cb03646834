using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>exp(x) - 1 - x of <paramref name="x"/>: the bits of a lane of <see cref="ExpRemainder(Vector256{float})"/>.</summary>
    public static float ExpRemainder(float x) => ExpRemainder(Create(x)).ToScalar();

    private static class ExpRemainderSingle
    {
        // exp(x) - 1 - x = x²·(1/2 + C3·x + … + C9·x⁷) on |x| <= 1.0001, minimax in relative error (Remez), the coefficients rounded to float
        // one after the other, the later ones fitted again each time. Error 0.05 ULP.
        public const float C3 = 0.16666667f;
        public const float C4 = 0.041666713f;
        public const float C5 = 0.008333301f;
        public const float C6 = 0.0013885937f;
        public const float C7 = 0.00019845703f;
        public const float C8 = 2.5325643e-05f;
        public const float C9 = 2.762886e-06f;
    }
}
