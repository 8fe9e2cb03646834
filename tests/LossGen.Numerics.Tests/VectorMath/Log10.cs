using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

internal readonly struct Log10 : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Log10(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Log10(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Log10(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Log10(x);

    public static float Run(float x) => VectorMath.Log10(x);

    public static double Run(double x) => VectorMath.Log10(x);

    public static Exact Exact(double x) => x switch
    {
        0 => double.NegativeInfinity,
        < 0 => double.NaN,
        > 0 and < double.PositiveInfinity => Reference.Log(x) / Reference.LogOf10,
        _ => x,
    };

    public static double Estimate(double x) => Math.Log10(x);

    public static double Sample(Random random, int family) => (family % 6) switch
    {
        0 => Samples.OfBits(random, 0, double.MaxValue),
        1 => Samples.Between(random, 0, 4),
        2 => Samples.Between(random, 0.5, 2),
        3 => Samples.Near(random, new[] { 1, 10, 0.7071067811865476, 1.4142135623730951, 1e-5 }[random.Next(5)]),
        4 => Samples.OfBits(random, 0, 2.2250738585072014e-308),
        _ => Samples.AtPowerOfTwo(random, -1074, 1023),
    };
}

internal readonly struct Log2P1 : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Log2P1(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Log2P1(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Log2P1(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Log2P1(x);

    public static float Run(float x) => VectorMath.Log2P1(x);

    public static double Run(double x) => VectorMath.Log2P1(x);

    public static Exact Exact(double x) => x switch
    {
        -1 => double.NegativeInfinity,
        < -1 => double.NaN,
        > -1 and < double.PositiveInfinity => Reference.Log1P(x) / Reference.LogOf2,
        _ => x,
    };

    public static double Sample(Random random, int family) => (family % 7) switch
    {
        0 => Samples.OfBits(random, 1e-290, double.MaxValue),
        1 => Samples.Between(random, -1, 3),
        2 => Samples.Between(random, -0.5, 1),
        3 => -Samples.OfBits(random, 1e-290, 1),
        4 => Samples.OfBits(random, 1e-17, 1) - 1,
        5 => Samples.WithSign(random, Samples.AtPowerOfTwo(random, -900, -1)),
        _ => Samples.WithSign(random, Samples.OfBits(random, 1e-17, 1e-14)),
    };
}

internal readonly struct Log10P1 : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Log10P1(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Log10P1(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Log10P1(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Log10P1(x);

    public static float Run(float x) => VectorMath.Log10P1(x);

    public static double Run(double x) => VectorMath.Log10P1(x);

    public static Exact Exact(double x) => x switch
    {
        -1 => double.NegativeInfinity,
        < -1 => double.NaN,
        > -1 and < double.PositiveInfinity => Reference.Log1P(x) / Reference.LogOf10,
        _ => x,
    };

    public static double Sample(Random random, int family) => (family % 7) switch
    {
        0 => Samples.OfBits(random, 1e-290, double.MaxValue),
        1 => Samples.Between(random, -1, 3),
        2 => Samples.Between(random, -0.5, 1),
        3 => -Samples.OfBits(random, 1e-290, 1),
        4 => Samples.OfBits(random, 1e-17, 1) - 1,
        5 => Samples.WithSign(random, Samples.AtPowerOfTwo(random, -900, -1)),
        _ => Samples.WithSign(random, Samples.OfBits(random, 1e-17, 1e-14)),
    };
}
