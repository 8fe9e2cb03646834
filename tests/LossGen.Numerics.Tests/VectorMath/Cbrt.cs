using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

internal readonly struct Cbrt : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Cbrt(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Cbrt(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Cbrt(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Cbrt(x);

    public static float Run(float x) => VectorMath.Cbrt(x);

    public static double Run(double x) => VectorMath.Cbrt(x);

    public static Exact Exact(double x) => double.IsFinite(x) && x != 0 ? Reference.CubeRoot(x) : x;

    public static double Estimate(double x) => Math.Cbrt(x);

    public static double Sample(Random random, int family) => (family % 5) switch
    {
        0 => Samples.WithSign(random, Samples.OfBits(random, 0, double.MaxValue)),
        1 => Samples.Between(random, -10, 10),
        2 => Samples.WithSign(random, Samples.OfBits(random, 0, 2.2250738585072014e-308)),
        3 => Samples.WithSign(random, Samples.Near(random, new[] { 1, 2, 4, 8, 0.001 }[random.Next(5)])),
        _ => Samples.WithSign(random, Samples.AtPowerOfTwo(random, -1074, 1023)),
    };
}
