using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>x - ln(1 + x) of <paramref name="x"/>: the bits of a lane of <see cref="LogRemainder(Vector256{float})"/>.</summary>
    public static float LogRemainder(float x) => LogRemainder(Create(x)).ToScalar();

    private static class LogRemainderSingle
    {
        public const double Ln2 = 0.6931471805599453;

        // 2·artanh(s) = 2s + s·(C1·s² + … + C4·s⁸) on |s| <= 1/5, minimax in relative error (Remez), the coefficients rounded to double one
        // after the other, the later ones fitted again each time. Error 0.002 ULP of a float.
        public const double C1 = 0.6666666487464948;
        public const double C2 = 0.400005926231537;
        public const double C3 = 0.2851864989541781;
        public const double C4 = 0.23948952733597723;
    }
}
