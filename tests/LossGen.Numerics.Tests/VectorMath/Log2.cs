using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

internal readonly struct Log2 : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Log2(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Log2(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Log2(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Log2(x);

    public static float Run(float x) => VectorMath.Log2(x);

    public static double Run(double x) => VectorMath.Log2(x);

    public static Exact Exact(double x) => x switch
    {
        0 => double.NegativeInfinity,
        < 0 => double.NaN,
        > 0 and < double.PositiveInfinity => Reference.Log2(x),
        _ => x,
    };

    public static double Estimate(double x) => Math.Log2(x);

    public static double Sample(Random random, int family) => Log.Sample(random, family);
}
