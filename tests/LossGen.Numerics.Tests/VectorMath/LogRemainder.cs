using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

internal readonly struct LogRemainder : IFunction
{
    private static readonly double[] Edges = [1, 0.75, 1.5];

    public static Vector256<float> Run(Vector256<float> x) => VectorMath.LogRemainder(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.LogRemainder(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.LogRemainder(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.LogRemainder(x);

    public static float Run(float x) => VectorMath.LogRemainder(x);

    public static double Run(double x) => VectorMath.LogRemainder(x);

    public static Exact Exact(double x) => x switch
    {
        -1 => double.PositiveInfinity,
        < -1 => double.NaN,
        > -1 and < double.PositiveInfinity => Reference.LogRemainder(x),
        _ => x,
    };

    public static double Sample(Random random, int family) => (family % 9) switch
    {
        0 => Samples.OfBits(random, 0, double.MaxValue),
        1 => Samples.Between(random, -1, 3),
        2 => Samples.Between(random, -0.7, 1.2),
        3 => -Samples.OfBits(random, 0, 1),
        4 => Samples.Near(random, Edges[random.Next(Edges.Length)] - 1),
        5 => Samples.Near(random, Math.ScaleB(Edges[random.Next(Edges.Length)], random.Next(-53, 1023)) - 1),
        6 => Samples.OfBits(random, 1e-17, 1) - 1,
        7 => Samples.OfBits(random, 1e-9, 30),
        _ => Samples.WithSign(random, Samples.AtPowerOfTwo(random, -1074, -1)),
    };
}
