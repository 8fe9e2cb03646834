namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>The arguments with an exact result: poles, limits, what lies outside the domain, and the sign of zero.</summary>
public sealed class SpecialValueTests
{
    private const double Infinity = double.PositiveInfinity;
    private const double NaN = double.NaN;

    private static readonly (double X, double Expected)[] Exponentials =
    [
        (0.0, 1), (-0.0, 1), (double.Epsilon, 1), (-double.Epsilon, 1), (float.Epsilon, 1), (-float.Epsilon, 1),
        (-Infinity, 0), (Infinity, Infinity), (NaN, NaN), (double.MaxValue, Infinity), (double.MinValue, 0),
        (709.79, Infinity), (-745.14, 0), (-1e10, 0), (1e10, Infinity),
    ];

    private static readonly (double X, double Expected)[] Logarithms =
    [
        (1, 0), (0.0, -Infinity), (-0.0, -Infinity), (Infinity, Infinity), (-Infinity, NaN), (NaN, NaN),
        (-1, NaN), (-float.Epsilon, NaN), (float.MinValue, NaN),
    ];

    private static readonly (double X, double Expected)[] LogarithmsOfOnePlus =
    [
        (0.0, 0), (-0.0, -0.0), (-1, -Infinity), (-1.0000001, NaN), (-2, NaN), (-Infinity, NaN), (Infinity, Infinity),
        (NaN, NaN), (float.Epsilon, float.Epsilon), (-float.Epsilon, -float.Epsilon), (double.Epsilon, double.Epsilon),
        (-double.Epsilon, -double.Epsilon), (1e-30f, 1e-30f), (-1e-30f, -1e-30f),
    ];

    private static readonly (double X, double Expected)[] ExponentialsMinusOne =
    [
        (0.0, 0), (-0.0, -0.0), (-Infinity, -1), (Infinity, Infinity), (NaN, NaN), (double.MaxValue, Infinity), (double.MinValue, -1),
        (709.79, Infinity), (-50, -1), (float.Epsilon, float.Epsilon), (-float.Epsilon, -float.Epsilon), (double.Epsilon, double.Epsilon),
        (-double.Epsilon, -double.Epsilon), (1e-30f, 1e-30f), (-1e-30f, -1e-30f),
    ];

    private static readonly (double X, double Expected)[] HyperbolicTangents =
    [
        (0.0, 0), (-0.0, -0.0), (Infinity, 1), (-Infinity, -1), (NaN, NaN), (double.MaxValue, 1), (double.MinValue, -1), (20, 1), (-20, -1),
        (float.Epsilon, float.Epsilon), (-float.Epsilon, -float.Epsilon), (double.Epsilon, double.Epsilon), (-double.Epsilon, -double.Epsilon),
        (1e-30f, 1e-30f), (-1e-30f, -1e-30f),
    ];

    private static readonly (double X, double Expected)[] PowersOfTwo =
    [
        (0.0, 1), (-0.0, 1), (double.Epsilon, 1), (-double.Epsilon, 1), (1, 2), (-1, 0.5), (10, 1024), (-126, 1.1754943508222875e-38),
        (-Infinity, 0), (Infinity, Infinity), (NaN, NaN), (double.MaxValue, Infinity), (double.MinValue, 0), (1024, Infinity), (-1076, 0),
    ];

    private static readonly (double X, double Expected)[] LogarithmsToBase2 =
    [
        (1, 0), (2, 1), (0.5, -1), (1024, 10), (0.0, -Infinity), (-0.0, -Infinity), (Infinity, Infinity), (-Infinity, NaN), (NaN, NaN),
        (-1, NaN), (-float.Epsilon, NaN), (float.MinValue, NaN),
    ];

    private static readonly (double X, double Expected)[] Sines =
    [
        (0.0, 0), (-0.0, -0.0), (Infinity, NaN), (-Infinity, NaN), (NaN, NaN), (float.Epsilon, float.Epsilon),
        (-float.Epsilon, -float.Epsilon), (double.Epsilon, double.Epsilon), (-double.Epsilon, -double.Epsilon), (1e-30f, 1e-30f),
        (-1e-30f, -1e-30f),
    ];

    private static readonly (double X, double Expected)[] Cosines =
    [
        (0.0, 1), (-0.0, 1), (Infinity, NaN), (-Infinity, NaN), (NaN, NaN), (double.Epsilon, 1), (float.Epsilon, 1), (-1e-30, 1),
    ];

    private static readonly (double X, double Expected)[] RemaindersOfExp =
    [
        (0.0, 0), (-0.0, 0), (Infinity, Infinity), (-Infinity, Infinity), (NaN, NaN), (double.MaxValue, Infinity), (709.79, Infinity),
        (-1e30f, 1e30f), (-3e38f, 3e38f), (double.Epsilon, 0), (-double.Epsilon, 0), (1e-200, 0),
    ];

    private static readonly (double X, double Expected)[] RemaindersOfLog =
    [
        (0.0, 0), (-0.0, 0), (-1, Infinity), (-1.0000001, NaN), (-2, NaN), (-Infinity, NaN), (Infinity, Infinity), (NaN, NaN),
        (double.MaxValue, double.MaxValue), (float.MaxValue, float.MaxValue), (1e30f, 1e30f), (double.Epsilon, 0), (-double.Epsilon, 0),
    ];

    private static readonly (double X, double Expected)[] RemaindersOfSine =
    [
        (0.0, 0), (-0.0, -0.0), (Infinity, Infinity), (-Infinity, -Infinity), (NaN, NaN), (double.Epsilon, 0), (-double.Epsilon, -0.0),
        (double.MaxValue, double.MaxValue), (-1e30f, -1e30f),
    ];

    private static readonly (double X, double Expected)[] OnesLessCosine =
    [
        (0.0, 0), (-0.0, 0), (Infinity, NaN), (-Infinity, NaN), (NaN, NaN), (double.Epsilon, 0), (-1e-200, 0), (Math.PI, 2),
    ];

    private static readonly (double X, double Expected)[] ErrorFunctions =
    [
        (0.0, 0), (-0.0, -0.0), (Infinity, 1), (-Infinity, -1), (NaN, NaN), (double.MaxValue, 1), (double.MinValue, -1), (6.5, 1), (-6.5, -1),
        (double.Epsilon, double.Epsilon), (-double.Epsilon, -double.Epsilon),
    ];

    private static readonly (double X, double Expected)[] ErrorFunctionsComplements =
    [
        (0.0, 1), (-0.0, 1), (double.Epsilon, 1), (Infinity, 0), (-Infinity, 2), (NaN, NaN), (double.MaxValue, 0), (double.MinValue, 2), (28, 0), (-6.5, 2),
    ];

    private static readonly (double X, double Expected)[] Bell = [(Infinity, 0), (-Infinity, 0), (NaN, NaN), (double.MaxValue, 0), (double.MinValue, 0), (40, 0), (-40, 0)];

    private static readonly (double X, double Expected)[] NormalDistribution =
    [
        (0.0, 0.5), (-0.0, 0.5), (double.Epsilon, 0.5), (Infinity, 1), (-Infinity, 0), (NaN, NaN), (double.MaxValue, 1), (double.MinValue, 0), (9, 1), (-39, 0),
    ];

    private static readonly (double X, double Expected)[] LogarithmsOfNormalDistribution =
    [
        (Infinity, 0), (-Infinity, -Infinity), (NaN, NaN), (double.MaxValue, 0), (double.MinValue, -Infinity), (40, 0), (-1e154, -5e307),
    ];

    private static readonly (double X, double Expected)[] InverseMillsRatios = [(Infinity, 0), (-Infinity, Infinity), (NaN, NaN), (double.MaxValue, 0), (-1e20, 1e20), (40, 0)];

    private static readonly (double X, double Expected)[] LogarithmsOfGamma =
    [
        (1, 0), (2, 0), (0.0, Infinity), (-0.0, Infinity), (-1, Infinity), (-7, Infinity), (-1e20, Infinity), (Infinity, Infinity), (-Infinity, Infinity), (NaN, NaN),
        (double.MaxValue, Infinity), (double.MinValue, Infinity),
    ];

    private static readonly (double X, double Expected)[] Digammas =
    [
        (0.0, -Infinity), (-0.0, Infinity), (-1, NaN), (-7, NaN), (-1e20, NaN), (Infinity, Infinity), (-Infinity, NaN), (NaN, NaN), (double.Epsilon, -Infinity),
        (-double.Epsilon, Infinity),
    ];

    private static readonly (double X, double Expected)[] Trigammas =
    [
        (0.0, Infinity), (-0.0, Infinity), (-1, Infinity), (-7, Infinity), (-1e20, Infinity), (Infinity, 0), (-Infinity, NaN), (NaN, NaN), (double.Epsilon, Infinity),
        (-double.Epsilon, Infinity), (1e300, 1e-300),
    ];

    [Fact]
    public void ExpIsExactAtItsLimits()
    {
        AssertSame<Exp>(Exponentials);
        Assert.Equal(float.PositiveInfinity, VectorMath.Exp(88.73f));
        Assert.Equal(0f, VectorMath.Exp(-103.98f));
    }

    [Fact]
    public void LogIsExactAtItsLimits()
    {
        AssertSame<Log>(Logarithms);
        Assert.Equal(double.NaN, VectorMath.Log(-double.Epsilon));
    }

    [Fact]
    public void Log1PIsExactAtItsLimits() => AssertSame<Log1P>(LogarithmsOfOnePlus);

    [Fact]
    public void ExpM1IsExactAtItsLimits()
    {
        AssertSame<ExpM1>(ExponentialsMinusOne);
        Assert.Equal(float.PositiveInfinity, VectorMath.ExpM1(88.73f));
        Assert.Equal(-1f, VectorMath.ExpM1(-17.4f));
    }

    [Fact]
    public void TanhIsExactAtItsLimits() => AssertSame<Tanh>(HyperbolicTangents);

    [Fact]
    public void Exp2IsExactAtItsLimits()
    {
        AssertSame<Exp2>(PowersOfTwo);

        for (int n = -1074; n <= 1023; n++)
        {
            Assert.Equal(Math.ScaleB(1.0, n), VectorMath.Exp2((double)n));
            Assert.Equal(MathF.ScaleB(1f, n), VectorMath.Exp2((float)n));
        }
    }

    [Fact]
    public void Log2IsExactAtItsLimits()
    {
        AssertSame<Log2>(LogarithmsToBase2);

        for (int n = -1074; n <= 1023; n++)
        {
            Assert.Equal(n, VectorMath.Log2(Math.ScaleB(1.0, n)));
        }

        for (int n = -149; n <= 127; n++)
        {
            Assert.Equal(n, VectorMath.Log2(MathF.ScaleB(1f, n)));
        }
    }

    [Fact]
    public void SinIsExactAtItsLimits() => AssertSame<Sin>(Sines);

    [Fact]
    public void CosIsExactAtItsLimits() => AssertSame<Cos>(Cosines);

    [Fact]
    public void RemaindersAreExactAtTheirLimits()
    {
        AssertSame<ExpRemainder>(RemaindersOfExp);
        AssertSame<LogRemainder>(RemaindersOfLog);
        AssertSame<SineRemainder>(RemaindersOfSine);
        AssertSame<OneMinusCosine>(OnesLessCosine);
        Assert.Equal(float.PositiveInfinity, VectorMath.ExpRemainder(88.73f));
    }
    [Fact]
    public void TanIsExactAtItsLimits() => AssertSame<Tan>([(0.0, 0), (-0.0, -0.0), (NaN, NaN), (float.Epsilon, float.Epsilon), (-float.Epsilon, -float.Epsilon), (double.Epsilon, double.Epsilon), (-double.Epsilon, -double.Epsilon), (1e-30f, 1e-30f), (Infinity, NaN), (-Infinity, NaN)]);

    [Fact]
    public void AsinIsExactAtItsLimits() => AssertSame<Asin>([(0.0, 0), (-0.0, -0.0), (NaN, NaN), (float.Epsilon, float.Epsilon), (-float.Epsilon, -float.Epsilon), (double.Epsilon, double.Epsilon), (-double.Epsilon, -double.Epsilon), (1e-30f, 1e-30f), (1, Math.PI / 2), (-1, -Math.PI / 2), (1.0000001, NaN), (-Infinity, NaN), (Infinity, NaN)]);

    [Fact]
    public void AcosIsExactAtItsLimits() => AssertSame<Acos>([(1, 0), (-1, Math.PI), (0.0, Math.PI / 2), (-0.0, Math.PI / 2), (1.0000001, NaN), (-1.0000001, NaN), (NaN, NaN), (Infinity, NaN), (-Infinity, NaN), (1e-30, Math.PI / 2)]);

    [Fact]
    public void AtanIsExactAtItsLimits() => AssertSame<Atan>([(0.0, 0), (-0.0, -0.0), (NaN, NaN), (float.Epsilon, float.Epsilon), (-float.Epsilon, -float.Epsilon), (double.Epsilon, double.Epsilon), (-double.Epsilon, -double.Epsilon), (1e-30f, 1e-30f), (Infinity, Math.PI / 2), (-Infinity, -Math.PI / 2), (1, Math.PI / 4), (double.MaxValue, Math.PI / 2)]);

    [Fact]
    public void SinhIsExactAtItsLimits() => AssertSame<Sinh>([(0.0, 0), (-0.0, -0.0), (NaN, NaN), (float.Epsilon, float.Epsilon), (-float.Epsilon, -float.Epsilon), (double.Epsilon, double.Epsilon), (-double.Epsilon, -double.Epsilon), (1e-30f, 1e-30f), (Infinity, Infinity), (-Infinity, -Infinity), (711, Infinity), (-1e300, -Infinity)]);

    [Fact]
    public void CoshIsExactAtItsLimits() => AssertSame<Cosh>([(0.0, 1), (-0.0, 1), (NaN, NaN), (Infinity, Infinity), (-Infinity, Infinity), (711, Infinity), (-1e300, Infinity), (1e-30, 1)]);

    [Fact]
    public void AsinhIsExactAtItsLimits() => AssertSame<Asinh>([(0.0, 0), (-0.0, -0.0), (NaN, NaN), (float.Epsilon, float.Epsilon), (-float.Epsilon, -float.Epsilon), (double.Epsilon, double.Epsilon), (-double.Epsilon, -double.Epsilon), (1e-30f, 1e-30f), (Infinity, Infinity), (-Infinity, -Infinity)]);

    [Fact]
    public void AcoshIsExactAtItsLimits() => AssertSame<Acosh>([(1, 0), (Infinity, Infinity), (0.9999999, NaN), (0.0, NaN), (-1, NaN), (-2, NaN), (-Infinity, NaN), (NaN, NaN)]);

    [Fact]
    public void AtanhIsExactAtItsLimits() => AssertSame<Atanh>([(0.0, 0), (-0.0, -0.0), (NaN, NaN), (float.Epsilon, float.Epsilon), (-float.Epsilon, -float.Epsilon), (double.Epsilon, double.Epsilon), (-double.Epsilon, -double.Epsilon), (1e-30f, 1e-30f), (1, Infinity), (-1, -Infinity), (1.0000001, NaN), (-2, NaN), (Infinity, NaN), (-Infinity, NaN)]);

    [Fact]
    public void CbrtIsExactAtItsLimits() => AssertSame<Cbrt>([(0.0, 0), (-0.0, -0.0), (NaN, NaN), (Infinity, Infinity), (-Infinity, -Infinity), (1, 1), (8, 2), (-27, -3), (64, 4), (0.125, 0.5), (1000, 10)]);

    [Fact]
    public void Log10IsExactAtItsLimits() => AssertSame<Log10>([(1, 0), (10, 1), (1000, 3), (1e10, 10), (0.0, -Infinity), (-0.0, -Infinity), (Infinity, Infinity), (-Infinity, NaN), (NaN, NaN), (-1, NaN), (float.MinValue, NaN)]);

    [Fact]
    public void Log10P1IsExactAtItsLimits() => AssertSame<Log10P1>([(0.0, 0), (-0.0, -0.0), (9, 1), (99, 2), (-1, -Infinity), (-2, NaN), (-Infinity, NaN), (Infinity, Infinity), (NaN, NaN)]);

    [Fact]
    public void Log2P1IsExactAtItsLimits() => AssertSame<Log2P1>([(0.0, 0), (-0.0, -0.0), (1, 1), (7, 3), (-0.5, -1), (-1, -Infinity), (-2, NaN), (-Infinity, NaN), (Infinity, Infinity), (NaN, NaN)]);

    [Fact]
    public void ErfIsExactAtItsLimits() => AssertSame<Erf>(ErrorFunctions);

    [Fact]
    public void ErfcIsExactAtItsLimits() => AssertSame<Erfc>(ErrorFunctionsComplements);

    [Fact]
    public void ErfSlopeIsExactAtItsLimits() => AssertSame<ErfSlope>(Bell);

    [Fact]
    public void NormalDensityIsExactAtItsLimits() => AssertSame<NormalDensity>(Bell);

    [Fact]
    public void NormalCdfIsExactAtItsLimits() => AssertSame<NormalCdf>(NormalDistribution);

    [Fact]
    public void LogNormalCdfIsExactAtItsLimits() => AssertSame<LogNormalCdf>(LogarithmsOfNormalDistribution);

    [Fact]
    public void InverseMillsRatioIsExactAtItsLimits() => AssertSame<InverseMillsRatio>(InverseMillsRatios);

    [Fact]
    public void LogGammaIsExactAtItsLimits() => AssertSame<LogGamma>(LogarithmsOfGamma);

    [Fact]
    public void DigammaIsExactAtItsLimits() => AssertSame<Digamma>(Digammas);

    [Fact]
    public void TrigammaIsExactAtItsLimits() => AssertSame<Trigamma>(Trigammas);

    [Fact]
    public void DerivativesOfDigammaAreInfiniteAtPoles()
    {
        Assert.Equal((Infinity, Infinity, Infinity), (VectorMath.Polygamma(1.0, 0.0), VectorMath.Polygamma(3.0, -0.0), VectorMath.Polygamma(3.0, -4.0)));
        Assert.Equal((-Infinity, Infinity, NaN), (VectorMath.Polygamma(2.0, 0.0), VectorMath.Polygamma(2.0, -0.0), VectorMath.Polygamma(2.0, -4.0)));
        Assert.Equal((0.0, NaN, NaN), (VectorMath.Polygamma(2.0, Infinity), VectorMath.Polygamma(2.0, -Infinity), VectorMath.Polygamma(2.0, NaN)));
        Assert.Equal((float.PositiveInfinity, float.NegativeInfinity, float.NaN), (VectorMath.Polygamma(3f, 0f), VectorMath.Polygamma(2f, 0f), VectorMath.Polygamma(2f, -4f)));
    }

    [Fact]
    public void ExpOfALargeNegativeNumberIsSubnormal()
    {
        Assert.Equal(float.Epsilon, VectorMath.Exp(-103.2789f));
        Assert.Equal(double.Epsilon, VectorMath.Exp(-744.44));
    }

    private static void AssertSame<TFunction>((double X, double Expected)[] cases)
        where TFunction : IFunction
    {
        foreach ((double x, double expected) in cases)
        {
            AssertSame(x, expected, TFunction.Run(x));
            AssertSame(x, (float)expected, TFunction.Run((float)x));
        }
    }

    // Equal in value and sign, except that all NaN are equal.
    private static void AssertSame(double x, double expected, double actual)
    {
        bool sameSign = double.IsNaN(expected) || double.IsNegative(expected) == double.IsNegative(actual);
        Assert.True(expected.Equals(actual) && sameSign, FormattableString.Invariant($"f({x:R}) = {actual:R}, not {expected:R}"));
    }
}
