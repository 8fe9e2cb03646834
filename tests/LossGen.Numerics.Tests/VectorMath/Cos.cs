using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

internal readonly struct Cos : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Cos(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Cos(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Cos(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Cos(x);

    public static float Run(float x) => VectorMath.Cos(x);

    public static double Run(double x) => VectorMath.Cos(x);

    public static Exact Exact(double x) => double.IsFinite(x) ? Reference.Sine(x, 1) : double.NaN;

    public static double Estimate(double x) => Math.Cos(x);

    public static double Sample(Random random, int family) => Angles.Sample(random, family);
}
