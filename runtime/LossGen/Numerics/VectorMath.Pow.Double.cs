using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
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

    private static class PowDouble
    {
        // 1.5·2^52, whose last bit is worth 1, and the exponent bias.
        public const double Rounder = 6755399441055744.0 + 1023.0;

        public const double NormalExponents = 1021.0;

        // 2^65
        public const double HugeFactor = 36893488147419103232.0;
    }
}
