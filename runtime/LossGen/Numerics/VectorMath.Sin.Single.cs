using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The sine of <paramref name="x"/>: the bits of a lane of <see cref="Sin(Vector256{float})"/>.</summary>
    public static float Sin(float x) => Sin(Create(x)).ToScalar();

    /// <summary>The cosine of <paramref name="x"/>: the bits of a lane of <see cref="Cos(Vector256{float})"/>.</summary>
    public static float Cos(float x) => Cos(Create(x)).ToScalar();

    private static class SineSingle
    {
        // 2^30: up to here, r is good to more than the digits of a float, however near x is to a multiple of π.
        public const float Large = 1073741824f;

        public const double OneOverPi = 0.3183098861837907;
        public const double PiHigh = 3.141592653589793;
        public const double PiLow = 1.2246467991473532e-16;

        // sin(r) = r + S3·r³ + … + S9·r⁹ on |r| <= 1.001·π/2, minimax in relative error (Remez). Error 0.1 ULP of a float.
        public const double S3 = -0.16666659432676745;
        public const double S5 = 0.008333062965936748;
        public const double S7 = -0.00019809346371410592;
        public const double S9 = 2.605181693043348e-06;
    }
}
