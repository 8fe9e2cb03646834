using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>One function of two arguments under test, its exact results, and its difficult arguments.</summary>
internal interface IFunctionOfTwo
{
    static abstract Vector256<float> Run(Vector256<float> a, Vector256<float> b);

    static abstract Vector256<double> Run(Vector256<double> a, Vector256<double> b);

    static abstract Vector512<float> Run(Vector512<float> a, Vector512<float> b);

    static abstract Vector512<double> Run(Vector512<double> a, Vector512<double> b);

    static abstract float Run(float a, float b);

    static abstract double Run(double a, double b);

    static abstract Exact Exact(double a, double b);

    static abstract (double A, double B) Sample(Random random, int family);
}

internal readonly struct Atan2 : IFunctionOfTwo
{
    public static Vector256<float> Run(Vector256<float> a, Vector256<float> b) => VectorMath.Atan2(a, b);

    public static Vector256<double> Run(Vector256<double> a, Vector256<double> b) => VectorMath.Atan2(a, b);

    public static Vector512<float> Run(Vector512<float> a, Vector512<float> b) => VectorMath.Atan2(a, b);

    public static Vector512<double> Run(Vector512<double> a, Vector512<double> b) => VectorMath.Atan2(a, b);

    public static float Run(float a, float b) => VectorMath.Atan2(a, b);

    public static double Run(double a, double b) => VectorMath.Atan2(a, b);

    public static Exact Exact(double a, double b) => Reference.Angle(a, b);

    public static (double A, double B) Sample(Random random, int family)
    {
        double x = Samples.WithSign(random, Samples.OfBits(random, 0, double.MaxValue));
        return (family % 4) switch
        {
            0 => (Samples.Between(random, -3, 3), Samples.Between(random, -3, 3)),
            1 => (x, Samples.WithSign(random, Samples.OfBits(random, 0, double.MaxValue))),
            2 => (Samples.WithSign(random, Samples.Near(random, Math.Abs(x) * new[] { 0.25, 0.8125, 1, 1.23, 4 }[random.Next(5)])), x),
            _ => (x * Samples.Between(random, 1e-3, 1e3), x),
        };
    }
}

internal readonly struct Hypot : IFunctionOfTwo
{
    public static Vector256<float> Run(Vector256<float> a, Vector256<float> b) => VectorMath.Hypot(a, b);

    public static Vector256<double> Run(Vector256<double> a, Vector256<double> b) => VectorMath.Hypot(a, b);

    public static Vector512<float> Run(Vector512<float> a, Vector512<float> b) => VectorMath.Hypot(a, b);

    public static Vector512<double> Run(Vector512<double> a, Vector512<double> b) => VectorMath.Hypot(a, b);

    public static float Run(float a, float b) => VectorMath.Hypot(a, b);

    public static double Run(double a, double b) => VectorMath.Hypot(a, b);

    public static Exact Exact(double a, double b) => double.IsInfinity(a) || double.IsInfinity(b) ? double.PositiveInfinity : Reference.Hypotenuse(a, b);

    public static (double A, double B) Sample(Random random, int family)
    {
        double x = Samples.WithSign(random, Samples.OfBits(random, 0, double.MaxValue));
        return (family % 3) switch
        {
            0 => (Samples.Between(random, -3, 3), Samples.Between(random, -3, 3)),
            1 => (x * Samples.Between(random, -1, 1), x),
            _ => (x * Math.ScaleB(Samples.Between(random, -1, 1), -random.Next(60)), x),
        };
    }
}

internal readonly struct LogToBase : IFunctionOfTwo
{
    public static Vector256<float> Run(Vector256<float> a, Vector256<float> b) => VectorMath.LogToBase(a, b);

    public static Vector256<double> Run(Vector256<double> a, Vector256<double> b) => VectorMath.LogToBase(a, b);

    public static Vector512<float> Run(Vector512<float> a, Vector512<float> b) => VectorMath.LogToBase(a, b);

    public static Vector512<double> Run(Vector512<double> a, Vector512<double> b) => VectorMath.LogToBase(a, b);

    public static float Run(float a, float b) => VectorMath.LogToBase(a, b);

    public static double Run(double a, double b) => VectorMath.LogToBase(a, b);

    public static Exact Exact(double a, double b) => a == 1 ? 0.0 : Reference.Log(a) / Reference.Log(b);

    public static (double A, double B) Sample(Random random, int family)
    {
        return (Of(random, family), Of(random, family + 1) is var b && b != 1 ? b : 2);

        static double Of(Random random, int family) => (family % 3) switch
        {
            0 => Samples.OfBits(random, double.Epsilon, double.MaxValue),
            1 => Samples.Between(random, 0.001, 20),
            _ => Samples.Near(random, 1),
        };
    }
}
