using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

internal readonly struct Tanh : IFunction
{
    private const double Ln2 = 0.6931471805599453;

    // Where the result becomes 1, for floats and doubles, and where the exponential of twice the argument changes its binary exponent.
    private static readonly double[] Edges = [9.01, 19.06, Ln2 / 4, 3 * Ln2 / 4, 5 * Ln2 / 4];

    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Tanh(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Tanh(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Tanh(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Tanh(x);

    public static float Run(float x) => VectorMath.Tanh(x);

    public static double Run(double x) => VectorMath.Tanh(x);

    public static Exact Exact(double x) => x switch
    {
        double.NaN => double.NaN,
        > 400 => 1.0,
        < -400 => -1.0,
        _ => Reference.Tanh(x),
    };

    public static double Estimate(double x) => Math.Tanh(x);

    public static double Sample(Random random, int family) => (family % 6) switch
    {
        0 => Samples.Between(random, -20, 20),
        1 => Samples.Between(random, -1, 1),
        2 => Samples.WithSign(random, Samples.Near(random, Edges[random.Next(Edges.Length)])),
        3 => Samples.WithSign(random, Samples.OfBits(random, 0, 25)),
        4 => Samples.WithSign(random, Samples.OfBits(random, 1e-9, 2)),
        _ => Samples.WithSign(random, Samples.AtPowerOfTwo(random, -1074, 9)),
    };
}
