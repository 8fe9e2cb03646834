using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

internal readonly struct Sinh : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Sinh(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Sinh(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Sinh(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Sinh(x);

    public static float Run(float x) => VectorMath.Sinh(x);

    public static double Run(double x) => VectorMath.Sinh(x);

    public static Exact Exact(double x) => double.IsNaN(x) ? double.NaN : Math.Abs(x) > 800 ? x * double.PositiveInfinity : Reference.Sinh(x);

    public static double Estimate(double x) => Math.Abs(x) > 800 ? double.CopySign(double.PositiveInfinity, x) : Math.Sinh(x);

    public static double Sample(Random random, int family) => (family % 6) switch
    {
        0 => Samples.Between(random, -711, 711),
        1 => Samples.Between(random, -2, 2),
        2 => Samples.WithSign(random, Samples.OfBits(random, 0, 720)),
        3 => Samples.WithSign(random, Samples.Near(random, new[] { 710.4758600739439, 89.41599, 0.34657359027997264, 1.0397207708399179, 3.7e-9 }[random.Next(5)])),
        4 => Samples.WithSign(random, Samples.OfBits(random, 1e-9, 2)),
        _ => Samples.WithSign(random, Samples.AtPowerOfTwo(random, -1074, 9)),
    };
}

internal readonly struct Cosh : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Cosh(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Cosh(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Cosh(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Cosh(x);

    public static float Run(float x) => VectorMath.Cosh(x);

    public static double Run(double x) => VectorMath.Cosh(x);

    public static Exact Exact(double x) => double.IsNaN(x) ? double.NaN : Math.Abs(x) > 800 ? double.PositiveInfinity : Reference.Cosh(x);

    public static double Estimate(double x) => Math.Abs(x) > 800 ? double.PositiveInfinity : Math.Cosh(x);

    public static double Sample(Random random, int family) => (family % 6) switch
    {
        0 => Samples.Between(random, -711, 711),
        1 => Samples.Between(random, -2, 2),
        2 => Samples.WithSign(random, Samples.OfBits(random, 0, 720)),
        3 => Samples.WithSign(random, Samples.Near(random, new[] { 710.4758600739439, 89.41599, 0.34657359027997264, 1.0397207708399179 }[random.Next(4)])),
        4 => Samples.WithSign(random, Samples.OfBits(random, 1e-9, 2)),
        _ => Samples.WithSign(random, Samples.AtPowerOfTwo(random, -1074, 9)),
    };
}

internal readonly struct Asinh : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Asinh(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Asinh(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Asinh(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Asinh(x);

    public static float Run(float x) => VectorMath.Asinh(x);

    public static double Run(double x) => VectorMath.Asinh(x);

    public static Exact Exact(double x) => double.IsFinite(x) ? Reference.Asinh(x) : x;

    public static double Estimate(double x) => Math.Asinh(x);

    public static double Sample(Random random, int family) => (family % 5) switch
    {
        0 => Samples.WithSign(random, Samples.OfBits(random, 0, double.MaxValue)),
        1 => Samples.Between(random, -3, 3),
        2 => Samples.WithSign(random, Samples.OfBits(random, 1e-9, 2)),
        3 => Samples.WithSign(random, Samples.Near(random, new[] { 3.7e-9, 1.1529215046068470e18, 0.75, 1.3e154 }[random.Next(4)])),
        _ => Samples.WithSign(random, Samples.AtPowerOfTwo(random, -1074, 1023)),
    };
}

internal readonly struct Acosh : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Acosh(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Acosh(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Acosh(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Acosh(x);

    public static float Run(float x) => VectorMath.Acosh(x);

    public static double Run(double x) => VectorMath.Acosh(x);

    public static Exact Exact(double x) => x >= 1 ? double.IsFinite(x) ? Reference.Acosh(x) : x : double.NaN;

    public static double Estimate(double x) => Math.Acosh(x);

    public static double Sample(Random random, int family) => (family % 5) switch
    {
        0 => Samples.OfBits(random, 1, double.MaxValue),
        1 => 1 + Samples.OfBits(random, 1e-16, 3),
        2 => Samples.Between(random, 1, 3),
        3 => Samples.Near(random, new[] { 1, 1.1529215046068470e18, 1.25, 1.3e154 }[random.Next(4)]),
        _ => Samples.AtPowerOfTwo(random, 0, 1023),
    };
}

internal readonly struct Atanh : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Atanh(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Atanh(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Atanh(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Atanh(x);

    public static float Run(float x) => VectorMath.Atanh(x);

    public static double Run(double x) => VectorMath.Atanh(x);

    public static Exact Exact(double x) => Math.Abs(x) < 1 ? Reference.Atanh(x) : Math.Abs(x) == 1 ? x * double.PositiveInfinity : double.NaN;

    public static double Estimate(double x) => Math.Atanh(x);

    public static double Sample(Random random, int family) => (family % 6) switch
    {
        0 => Samples.Between(random, -1, 1),
        1 => Samples.WithSign(random, 1 - Samples.OfBits(random, 1e-17, 0.5)),
        2 => Samples.WithSign(random, Samples.OfBits(random, 0, 1)),
        3 => Samples.WithSign(random, Samples.OfBits(random, 1e-9, 0.5)),
        4 => Samples.WithSign(random, Samples.Near(random, new[] { 3.7e-9, 0.3333333333333333, 1 }[random.Next(3)])),
        _ => Samples.WithSign(random, Samples.AtPowerOfTwo(random, -1074, 0)),
    };
}
