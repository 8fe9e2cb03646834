using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

internal readonly struct ExpM1 : IFunction
{
    private const double Ln2 = 0.6931471805599453;

    // The largest argument with a finite result; where the result becomes -1; where the reduction's integer changes.
    private static readonly double[] Edges = [709.782712893384, -36.7, -37.4, 36.7, Ln2 / 2, -Ln2 / 2, 0];

    public static Vector256<float> Run(Vector256<float> x) => VectorMath.ExpM1(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.ExpM1(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.ExpM1(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.ExpM1(x);

    public static float Run(float x) => VectorMath.ExpM1(x);

    public static double Run(double x) => VectorMath.ExpM1(x);

    public static Exact Exact(double x) => x switch
    {
        > 800 => double.PositiveInfinity,
        < -800 => -1.0,
        double.NaN => double.NaN,
        _ => Reference.ExpM1(x),
    };

    public static double Sample(Random random, int family) => (family % 7) switch
    {
        0 => Samples.Between(random, -40, 710),
        1 => Samples.Between(random, -2, 2),
        2 => Samples.Near(random, random.Next(-120, 2049) * (Ln2 / 2)),
        3 => Samples.Near(random, Edges[random.Next(Edges.Length)]),
        4 => Samples.WithSign(random, Samples.OfBits(random, 0, 800)),
        5 => Samples.WithSign(random, Samples.OfBits(random, 1e-20, 1)),
        _ => Samples.WithSign(random, Samples.AtPowerOfTwo(random, -1074, 9)),
    };
}
