using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The logarithm to base 2 of <paramref name="x"/>: the bits of a lane of <see cref="Log2(Vector256{float})"/>.</summary>
    public static float Log2(float x) => Log2(Create(x)).ToScalar();

    /// <summary>The logarithm to base 2 of <paramref name="x"/>: the bits of a lane of <see cref="Log2(Vector256{double})"/>.</summary>
    public static double Log2(double x) => Log2(Create(x)).ToScalar();

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

    private static class Log2Double
    {
        // What 1/ln2 as a double leaves out.
        public const double Log2ELow = 2.0355273740931033e-17;
    }

    private static class Log2Parts
    {
        // 2/ln2 and 2/(3·ln2), each as a double and what that leaves out.
        public const double K0 = 2.8853900817779268;
        public const double K0Low = 4.0710547481862066e-17;
        public const double K1 = 0.9617966939259756;
        public const double K1Low = 5.0577616648125907e-17;

        // 2·artanh(s)/(s·ln2) = K0 + K1·z + … + K9·z⁹ with z = s², |s| <= 0.1716, minimax in relative error (Remez), the coefficients
        // rounded to double one after the other, the later ones fitted again each time. Error 2^-73.
        public const double K2 = 0.5770780163555851;
        public const double K3 = 0.41219858311134583;
        public const double K4 = 0.32059889791259005;
        public const double K5 = 0.26230819870514543;
        public const double K6 = 0.22195226573533927;
        public const double K7 = 0.19240154164519407;
        public const double K8 = 0.1684464759514838;
        public const double K9 = 0.17286223003068504;
    }

    private static class LogParts
    {
        public const double Ln2 = 0.6931471805599453;
        public const double Ln2Low = 2.3190468138462996e-17;
    }
}
