using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

// The gamma function and related ones. The expected float is the result of the function of doubles, which SpecialFunctionTests compare with values of many digits.
internal readonly struct LogGamma : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.LogGamma(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.LogGamma(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.LogGamma(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.LogGamma(x);

    public static float Run(float x) => VectorMath.LogGamma(x);

    public static double Run(double x) => VectorMath.LogGamma(x);

    public static Exact Exact(double x) => VectorMath.LogGamma(x);

    public static double Sample(Random random, int family) => Gammas.Sample(random, family);
}

internal readonly struct Digamma : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Digamma(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Digamma(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Digamma(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Digamma(x);

    public static float Run(float x) => VectorMath.Digamma(x);

    public static double Run(double x) => VectorMath.Digamma(x);

    public static Exact Exact(double x) => VectorMath.Digamma(x);

    public static double Sample(Random random, int family) => Gammas.Sample(random, family);
}

internal readonly struct Trigamma : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Trigamma(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Trigamma(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Trigamma(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Trigamma(x);

    public static float Run(float x) => VectorMath.Trigamma(x);

    public static double Run(double x) => VectorMath.Trigamma(x);

    public static Exact Exact(double x) => VectorMath.Trigamma(x);

    public static double Sample(Random random, int family) => Gammas.Sample(random, family);
}

/// <summary>Arguments of functions with poles at 0 and at negative whole numbers.</summary>
internal static class Gammas
{
    // Zeros, and where the algorithm changes.
    private static readonly double[] Edges = [1, 2, 1.4616321449683623, 3, 4];

    public static double Sample(Random random, int family) => (family % 7) switch
    {
        0 => Samples.Between(random, 0, 5),
        1 => Samples.Near(random, Edges[random.Next(Edges.Length)]),
        2 => Samples.OfBits(random, 0, double.MaxValue),
        3 => Samples.Between(random, -30, 30),
        4 => -Samples.Near(random, random.Next(1, 40)),
        5 => Samples.WithSign(random, Samples.OfBits(random, 1e-9, 1e9)),
        _ => Samples.WithSign(random, Samples.AtPowerOfTwo(random, -1074, 60)),
    };
}
