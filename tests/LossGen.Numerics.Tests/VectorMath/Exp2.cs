using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

internal readonly struct Exp2 : IFunction
{
    // The smallest arguments with a result above the largest number, with a normal one and with one above 0.
    private static readonly double[] Limits = [1024, 128, -1022, -126, -1075, -150, 0];

    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Exp2(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Exp2(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Exp2(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Exp2(x);

    public static float Run(float x) => VectorMath.Exp2(x);

    public static double Run(double x) => VectorMath.Exp2(x);

    public static Exact Exact(double x) => x switch
    {
        > 1200 => double.PositiveInfinity,
        < -1200 => 0.0,
        double.NaN => double.NaN,
        _ => Reference.Exp2(x),
    };

    public static double Estimate(double x) => Math.Abs(x) > 1100 ? (x > 0 ? double.PositiveInfinity : 0) : Math.Pow(2, x);

    public static double Sample(Random random, int family) => (family % 7) switch
    {
        0 => Samples.Between(random, -1076, 1025),
        1 => Samples.Between(random, -3, 3),
        2 => Samples.Near(random, random.Next(-2151, 2049) * 0.5),
        3 => Samples.Near(random, Limits[random.Next(Limits.Length)]),
        4 => Samples.WithSign(random, Samples.OfBits(random, 0, 1100)),
        5 => Samples.WithSign(random, Samples.OfBits(random, 1e-20, 1100)),
        _ => Samples.WithSign(random, Samples.AtPowerOfTwo(random, -60, 10)),
    };
}
