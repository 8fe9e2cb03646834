using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

internal readonly struct Tan : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Tan(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Tan(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Tan(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Tan(x);

    public static float Run(float x) => VectorMath.Tan(x);

    public static double Run(double x) => VectorMath.Tan(x);

    public static Exact Exact(double x) => double.IsFinite(x) ? Reference.Sine(x, 0) / Reference.Sine(x, 1) : double.NaN;

    public static double Estimate(double x) => Math.Tan(x);

    public static double Sample(Random random, int family) => (family % 2) switch
    {
        0 => Angles.Sample(random, family / 2),
        _ => Samples.Between(random, -4, 4),
    };
}
