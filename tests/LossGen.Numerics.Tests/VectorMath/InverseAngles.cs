using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

internal readonly struct Atan : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Atan(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Atan(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Atan(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Atan(x);

    public static float Run(float x) => VectorMath.Atan(x);

    public static double Run(double x) => VectorMath.Atan(x);

    public static Exact Exact(double x) => double.IsNaN(x) ? double.NaN : double.IsInfinity(x) ? Reference.Angle(Math.Sign(x), 0.0) : Reference.Angle(x, 1.0);

    public static double Estimate(double x) => Math.Atan(x);

    public static double Sample(Random random, int family) => (family % 5) switch
    {
        0 => Samples.WithSign(random, Samples.OfBits(random, 0, double.MaxValue)),
        1 => Samples.Between(random, -3, 3),
        2 => Samples.WithSign(random, Samples.Near(random, new[] { 0.25, 0.8125, 1, 1.2307692307692308, 4 }[random.Next(5)])),
        3 => Samples.WithSign(random, Samples.OfBits(random, 1e-9, 1e9)),
        _ => Samples.WithSign(random, Samples.AtPowerOfTwo(random, -1074, 1023)),
    };
}

internal readonly struct Asin : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Asin(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Asin(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Asin(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Asin(x);

    public static float Run(float x) => VectorMath.Asin(x);

    public static double Run(double x) => VectorMath.Asin(x);

    public static Exact Exact(double x) => Math.Abs(x) <= 1 ? Reference.Angle(x, Reference.RootOfOneMinusSquare(x)) : double.NaN;

    public static double Estimate(double x) => Math.Asin(x);

    public static double Sample(Random random, int family) => (family % 5) switch
    {
        0 => Samples.Between(random, -1, 1),
        1 => Samples.WithSign(random, Samples.Near(random, new[] { 0.24253562503633297, 0.63059, 0.70710678118654752, 1 }[random.Next(4)])),
        2 => Samples.WithSign(random, 1 - Samples.OfBits(random, 1e-17, 0.5)),
        3 => Samples.WithSign(random, Samples.OfBits(random, 0, 1)),
        _ => Samples.WithSign(random, Samples.AtPowerOfTwo(random, -1074, 0)),
    };
}

internal readonly struct Acos : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Acos(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Acos(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Acos(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Acos(x);

    public static float Run(float x) => VectorMath.Acos(x);

    public static double Run(double x) => VectorMath.Acos(x);

    public static Exact Exact(double x) => Math.Abs(x) <= 1 ? Reference.Angle(Reference.RootOfOneMinusSquare(x), x) : double.NaN;

    public static double Estimate(double x) => Math.Acos(x);

    public static double Sample(Random random, int family) => (family % 5) switch
    {
        0 => Samples.Between(random, -1, 1),
        1 => Samples.WithSign(random, Samples.Near(random, new[] { 0.24253562503633297, 0.63059, 0.70710678118654752, 1 }[random.Next(4)])),
        2 => Samples.WithSign(random, 1 - Samples.OfBits(random, 1e-17, 0.5)),
        3 => Samples.WithSign(random, Samples.OfBits(random, 0, 1)),
        _ => Samples.WithSign(random, Samples.AtPowerOfTwo(random, -1074, 0)),
    };
}
