using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>
    /// <paramref name="x"/> to the power of <paramref name="y"/>: the bits of a lane of
    /// <see cref="Pow(Vector256{float}, Vector256{float})"/>.
    /// </summary>
    public static float Pow(float x, float y) => Pow(Create(x), Create(y)).ToScalar();

    /// <summary>
    /// <paramref name="x"/> to the power of 1 less than <paramref name="y"/>, where <paramref name="power"/> is x to the power of y: the bits of a lane of
    /// <see cref="PowLessOne(Vector256{float}, Vector256{float}, Vector256{float})"/>.
    /// </summary>
    public static float PowLessOne(float x, float y, float power) => PowLessOne(Create(x), Create(y), Create(power)).ToScalar();

    /// <summary>
    /// <paramref name="x"/> to the power of <paramref name="y"/>: the bits of a lane of
    /// <see cref="Pow(Vector256{double}, Vector256{double})"/>.
    /// </summary>
    public static double Pow(double x, double y) => Pow(Create(x), Create(y)).ToScalar();

    /// <summary>
    /// <paramref name="x"/> to the power of 1 less than <paramref name="y"/>, where <paramref name="power"/> is x to the power of y: the bits of a lane of
    /// <see cref="PowLessOne(Vector256{double}, Vector256{double}, Vector256{double})"/>.
    /// </summary>
    public static double PowLessOne(double x, double y, double power) => PowLessOne(Create(x), Create(y), Create(power)).ToScalar();

    private static class PowSingle
    {
        // Whatever is not 1 overflows or underflows at such an exponent.
        public const double HugeFactor = 1e38;

        // 2·artanh(s)/(s·ln2) = 2/ln2 + K1·z + … + K4·z⁴ with z = s², |s| <= 0.1716, minimax in relative error (Remez). Error 2^-37.
        public const double K1 = 0.9617966792090429;
        public const double K2 = 0.5770828500895924;
        public const double K3 = 0.4117063824084464;
        public const double K4 = 0.3402189728487377;

        // 2^r = 1 + C1·r + … + C6·r⁶ on |r| <= 0.5005, minimax in relative error (Remez). Error 0.07 ULP of a float.
        public const double C1 = 0.6931472029848418;
        public const double C2 = 0.2402263732609466;
        public const double C3 = 0.055503293677577406;
        public const double C4 = 0.009619861629557946;
        public const double C5 = 0.0013400379012861066;
        public const double C6 = 0.00014933416059861385;
    }

    private static class PowDouble
    {
        // 1.5·2^52, whose last bit is worth 1, and the exponent bias.
        public const double Rounder = 6755399441055744.0 + 1023.0;

        public const double NormalExponents = 1021.0;

        // 2^65
        public const double HugeFactor = 36893488147419103232.0;
    }
}
