using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>One function under test in its six overloads, its exact results, and its difficult arguments.</summary>
internal interface IFunction
{
    static abstract Vector256<float> Run(Vector256<float> x);

    static abstract Vector256<double> Run(Vector256<double> x);

    static abstract Vector512<float> Run(Vector512<float> x);

    static abstract Vector512<double> Run(Vector512<double> x);

    static abstract float Run(float x);

    static abstract double Run(double x);

    static abstract Exact Exact(double x);

    /// <summary>The result to within a few units in the last place of a double, from the platform's C library; NaN where it has no such function.</summary>
    static virtual double Estimate(double x) => double.NaN;

    /// <summary>An argument of one of several families, numbered from 0; numbers beyond the last start over.</summary>
    static abstract double Sample(Random random, int family);
}

internal readonly struct Exp : IFunction
{
    private const double Ln2 = 0.6931471805599453;

    // The largest argument with a finite result, the smallest with a normal one, with one above 0, and with the least subnormal.
    private static readonly double[] Limits = [709.782712893384, -708.3964185322641, -745.1332191019411, -744.4400719213812, 0];

    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Exp(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Exp(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Exp(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Exp(x);

    public static float Run(float x) => VectorMath.Exp(x);

    public static double Run(double x) => VectorMath.Exp(x);

    public static Exact Exact(double x) => x switch
    {
        > 800 => double.PositiveInfinity,
        < -800 => 0.0,
        double.NaN => double.NaN,
        _ => Reference.Exp(x),
    };

    public static double Estimate(double x) => Math.Abs(x) > 800 ? (x > 0 ? double.PositiveInfinity : 0) : Math.Exp(x);

    public static double Sample(Random random, int family) => (family % 7) switch
    {
        0 => Samples.Between(random, -746, 710),
        1 => Samples.Between(random, -20, 20),
        2 => Samples.Near(random, random.Next(-2151, 2049) * (Ln2 / 2)),
        3 => Samples.Near(random, Limits[random.Next(Limits.Length)]),
        4 => Samples.WithSign(random, Samples.OfBits(random, 0, 800)),
        5 => Samples.WithSign(random, Samples.OfBits(random, 1e-20, 800)),
        _ => Samples.WithSign(random, Samples.AtPowerOfTwo(random, -60, 9)),
    };
}

internal readonly struct Log : IFunction
{
    private const double SmallestNormal = 2.2250738585072014e-308;

    // 1, where the result crosses 0, and where the reduced argument switches sides.
    private static readonly double[] Edges = [1, 0.70710678118654752, 0.75, 1.5, 1.4142135623730951];

    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Log(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Log(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Log(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Log(x);

    public static float Run(float x) => VectorMath.Log(x);

    public static double Run(double x) => VectorMath.Log(x);

    public static Exact Exact(double x) => x switch
    {
        0 => double.NegativeInfinity,
        < 0 => double.NaN,
        > 0 and < double.PositiveInfinity => Reference.Log(x),
        _ => x,
    };

    public static double Estimate(double x) => Math.Log(x);

    public static double Sample(Random random, int family) => (family % 7) switch
    {
        0 => Samples.OfBits(random, 0, double.MaxValue),
        1 => Samples.Between(random, 0, 4),
        2 => Samples.Between(random, 0.5, 2),
        3 => Samples.Near(random, Edges[random.Next(Edges.Length)]),
        4 => Samples.Near(random, Math.ScaleB(Edges[random.Next(Edges.Length)], random.Next(-1020, 1023))),
        5 => Samples.OfBits(random, 0, SmallestNormal),
        _ => Samples.AtPowerOfTwo(random, -1074, 1023),
    };
}

internal readonly struct Log1P : IFunction
{
    private static readonly double[] Edges = [1, 0.75, 1.5];

    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Log1P(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Log1P(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Log1P(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Log1P(x);

    public static float Run(float x) => VectorMath.Log1P(x);

    public static double Run(double x) => VectorMath.Log1P(x);

    public static Exact Exact(double x) => x switch
    {
        -1 => double.NegativeInfinity,
        < -1 => double.NaN,
        > -1 and < double.PositiveInfinity => Reference.Log1P(x),
        _ => x,
    };

    public static double Sample(Random random, int family) => (family % 8) switch
    {
        0 => Samples.OfBits(random, 0, double.MaxValue),
        1 => Samples.Between(random, -1, 3),
        2 => Samples.Between(random, -0.5, 1),
        3 => -Samples.OfBits(random, 0, 1),
        4 => Samples.Near(random, Edges[random.Next(Edges.Length)] - 1),
        5 => Samples.Near(random, Math.ScaleB(Edges[random.Next(Edges.Length)], random.Next(-53, 1023)) - 1),
        6 => Samples.OfBits(random, 1e-17, 1) - 1,
        _ => Samples.WithSign(random, Samples.AtPowerOfTwo(random, -1074, -1)),
    };
}
