using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

internal readonly struct OneMinusCosine : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.OneMinusCosine(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.OneMinusCosine(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.OneMinusCosine(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.OneMinusCosine(x);

    public static float Run(float x) => VectorMath.OneMinusCosine(x);

    public static double Run(double x) => VectorMath.OneMinusCosine(x);

    public static Exact Exact(double x) => double.IsFinite(x) ? Reference.OneMinusCosine(x) : double.NaN;

    public static double Sample(Random random, int family) => (family % 4) switch
    {
        0 => Samples.Between(random, -2, 2),
        1 => 2 * Angles.Sample(random, 3),
        _ => Angles.Sample(random, family / 2),
    };
}
