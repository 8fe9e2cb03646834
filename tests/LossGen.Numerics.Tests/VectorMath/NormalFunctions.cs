using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

// The error function and related ones. The expected float is the result of the function of doubles, which SpecialFunctionTests compare with values of many digits.
internal readonly struct Erf : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Erf(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Erf(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Erf(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Erf(x);

    public static float Run(float x) => VectorMath.Erf(x);

    public static double Run(double x) => VectorMath.Erf(x);

    public static Exact Exact(double x) => VectorMath.Erf(x);

    public static double Sample(Random random, int family) => Bells.Sample(random, family);
}

internal readonly struct Erfc : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Erfc(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Erfc(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Erfc(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Erfc(x);

    public static float Run(float x) => VectorMath.Erfc(x);

    public static double Run(double x) => VectorMath.Erfc(x);

    public static Exact Exact(double x) => VectorMath.Erfc(x);

    public static double Sample(Random random, int family) => Bells.Sample(random, family);
}

internal readonly struct ErfSlope : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.ErfSlope(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.ErfSlope(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.ErfSlope(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.ErfSlope(x);

    public static float Run(float x) => VectorMath.ErfSlope(x);

    public static double Run(double x) => VectorMath.ErfSlope(x);

    public static Exact Exact(double x) => VectorMath.ErfSlope(x);

    public static double Sample(Random random, int family) => Bells.Sample(random, family);
}

internal readonly struct NormalCdf : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.NormalCdf(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.NormalCdf(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.NormalCdf(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.NormalCdf(x);

    public static float Run(float x) => VectorMath.NormalCdf(x);

    public static double Run(double x) => VectorMath.NormalCdf(x);

    public static Exact Exact(double x) => VectorMath.NormalCdf(x);

    public static double Sample(Random random, int family) => Bells.Sample(random, family);
}

internal readonly struct LogNormalCdf : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.LogNormalCdf(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.LogNormalCdf(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.LogNormalCdf(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.LogNormalCdf(x);

    public static float Run(float x) => VectorMath.LogNormalCdf(x);

    public static double Run(double x) => VectorMath.LogNormalCdf(x);

    public static Exact Exact(double x) => VectorMath.LogNormalCdf(x);

    public static double Sample(Random random, int family) => Bells.Sample(random, family);
}

internal readonly struct NormalDensity : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.NormalDensity(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.NormalDensity(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.NormalDensity(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.NormalDensity(x);

    public static float Run(float x) => VectorMath.NormalDensity(x);

    public static double Run(double x) => VectorMath.NormalDensity(x);

    public static Exact Exact(double x) => VectorMath.NormalDensity(x);

    public static double Sample(Random random, int family) => Bells.Sample(random, family);
}

internal readonly struct InverseMillsRatio : IFunction
{
    public static Vector256<float> Run(Vector256<float> x) => VectorMath.InverseMillsRatio(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.InverseMillsRatio(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.InverseMillsRatio(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.InverseMillsRatio(x);

    public static float Run(float x) => VectorMath.InverseMillsRatio(x);

    public static double Run(double x) => VectorMath.InverseMillsRatio(x);

    public static Exact Exact(double x) => VectorMath.InverseMillsRatio(x);

    public static double Sample(Random random, int family) => Bells.Sample(random, family);
}

/// <summary>Arguments of functions that are bell curves or made of one.</summary>
internal static class Bells
{
    // Where the algorithm changes, and where doubles end.
    private static readonly double[] Edges = [0.4769362762, 0.6744897502, 1, 9.2, 14.2, 26.54, 28, 37.52, 38.48];

    public static double Sample(Random random, int family) => (family % 6) switch
    {
        0 => Samples.Between(random, -40, 40),
        1 => Samples.Between(random, -3, 3),
        2 => Samples.WithSign(random, Samples.Near(random, Edges[random.Next(Edges.Length)])),
        3 => Samples.WithSign(random, Samples.OfBits(random, 0, 50)),
        4 => Samples.WithSign(random, Samples.OfBits(random, 1e-9, 1e9)),
        _ => Samples.WithSign(random, Samples.AtPowerOfTwo(random, -1074, 9)),
    };
}
