using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

internal readonly struct Sin : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Sin(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Sin(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Sin(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Sin(x);

    public static float Run(float x) => VectorMath.Sin(x);

    public static double Run(double x) => VectorMath.Sin(x);

    public static Exact Exact(double x) => double.IsFinite(x) ? Reference.Sine(x, 0) : double.NaN;

    public static double Estimate(double x) => Math.Sin(x);

    public static double Sample(Random random, int family) => Angles.Sample(random, family);
}
