using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>A function that agrees with another one on some of its arguments, and the bounds of these.</summary>
internal interface IPartialFunction<TWhole> : IFunction
    where TWhole : IFunction
{
    static abstract (float Least, float Greatest) Singles { get; }

    static abstract (double Least, double Greatest) Doubles { get; }
}

internal readonly struct ExpNonPositive : IPartialFunction<Exp>
{
    public static (float Least, float Greatest) Singles => (float.NegativeInfinity, 0f);

    public static (double Least, double Greatest) Doubles => (double.NegativeInfinity, 0.0);

    public static Vector256<float> Run(Vector256<float> x) => VectorMath.ExpNonPositive(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.ExpNonPositive(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.ExpNonPositive(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.ExpNonPositive(x);

    public static float Run(float x) => VectorMath.ExpNonPositive(x);

    public static double Run(double x) => VectorMath.ExpNonPositive(x);

    public static Exact Exact(double x) => Exp.Exact(x);

    public static double Sample(Random random, int family) => -Math.Abs(Exp.Sample(random, family));
}

internal readonly struct LogOfNormal : IPartialFunction<Log>
{
    public static (float Least, float Greatest) Singles => (1.17549435e-38f, float.MaxValue);

    public static (double Least, double Greatest) Doubles => (2.2250738585072014E-308, double.MaxValue);

    public static Vector256<float> Run(Vector256<float> x) => VectorMath.LogOfNormal(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.LogOfNormal(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.LogOfNormal(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.LogOfNormal(x);

    public static float Run(float x) => VectorMath.LogOfNormal(x);

    public static double Run(double x) => VectorMath.LogOfNormal(x);

    public static Exact Exact(double x) => Log.Exact(x);

    public static double Sample(Random random, int family) => Math.Max(Doubles.Least, Log.Sample(random, family));
}

internal readonly struct Log1PNonNegative : IPartialFunction<Log1P>
{
    public static (float Least, float Greatest) Singles => (0f, 8.507059e37f);

    public static (double Least, double Greatest) Doubles => (0.0, 4.49423283715579e+307);

    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Log1PNonNegative(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Log1PNonNegative(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Log1PNonNegative(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Log1PNonNegative(x);

    public static float Run(float x) => VectorMath.Log1PNonNegative(x);

    public static double Run(double x) => VectorMath.Log1PNonNegative(x);

    public static Exact Exact(double x) => Log1P.Exact(x);

    public static double Sample(Random random, int family) => Math.Min(Doubles.Greatest, Math.Abs(Log1P.Sample(random, family)));
}

internal readonly struct Log1POfFraction : IPartialFunction<Log1P>
{
    public static (float Least, float Greatest) Singles => (0f, 1f);

    public static (double Least, double Greatest) Doubles => (0.0, 1.0);

    public static Vector256<float> Run(Vector256<float> x) => VectorMath.Log1POfFraction(x);

    public static Vector256<double> Run(Vector256<double> x) => VectorMath.Log1POfFraction(x);

    public static Vector512<float> Run(Vector512<float> x) => VectorMath.Log1POfFraction(x);

    public static Vector512<double> Run(Vector512<double> x) => VectorMath.Log1POfFraction(x);

    public static float Run(float x) => VectorMath.Log1POfFraction(x);

    public static double Run(double x) => VectorMath.Log1POfFraction(x);

    public static Exact Exact(double x) => Log1P.Exact(x);

    public static double Sample(Random random, int family) => Math.Abs(Log1P.Sample(random, family)) % 1;
}
