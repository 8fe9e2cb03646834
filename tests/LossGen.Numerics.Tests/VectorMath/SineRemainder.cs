using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

internal readonly struct SineRemainder : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.SineRemainder(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.SineRemainder(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.SineRemainder(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.SineRemainder(x);

    public static float Run(float x) => VectorMath.SineRemainder(x);

    public static double Run(double x) => VectorMath.SineRemainder(x);

    public static Exact Exact(double x) => double.IsFinite(x) ? Reference.SineRemainder(x) : x;

    public static double Sample(Random random, int family) => (family % 4) switch
    {
        0 => Samples.Between(random, -2, 2),
        1 => Samples.WithSign(random, Samples.OfBits(random, 1e-9, 1e6)),
        _ => Angles.Sample(random, family / 2),
    };
}
