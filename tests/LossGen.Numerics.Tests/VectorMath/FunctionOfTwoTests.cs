using System.Runtime.Intrinsics;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>Functions of two arguments: their errors, their special cases and that lanes do not depend on each other.</summary>
public sealed class FunctionOfTwoTests
{
    private const double Infinity = double.PositiveInfinity;
    private const double NaN = double.NaN;
    private const double Pi = Math.PI;
    private const int LaneSamples = 20_000;

    private static readonly long AccuracySamples = RandomRun.IsDeep ? 4_000_000 : 1_000_000;

    private static readonly double[] Neighbours = [0, -0.0, 1, -1, 0.3, -2.5, 1e-30, 1e30, 1e-310, 3e38, 1.7e308, NaN, Infinity, -Infinity, float.Epsilon, 1e-40];

    /// <summary>y, x and the angle: the list of IEEE 754.</summary>
    public static TheoryData<double, double, double> Angles => new()
    {
        { 0.0, 1, 0 }, { -0.0, 1, -0.0 }, { 0.0, -1, Pi }, { -0.0, -1, -Pi }, { 0.0, 0.0, 0 }, { -0.0, 0.0, -0.0 }, { 0.0, -0.0, Pi }, { -0.0, -0.0, -Pi },
        { 1, 0.0, Pi / 2 }, { -1, -0.0, -Pi / 2 }, { Infinity, 3, Pi / 2 }, { -Infinity, -3, -Pi / 2 }, { 3, Infinity, 0 }, { -3, Infinity, -0.0 },
        { 3, -Infinity, Pi }, { -3, -Infinity, -Pi }, { Infinity, Infinity, Pi / 4 }, { Infinity, -Infinity, 3 * Pi / 4 }, { -Infinity, -Infinity, -3 * Pi / 4 },
        { 1, 1, Pi / 4 }, { double.Epsilon, double.Epsilon, Pi / 4 }, { double.MaxValue, double.MaxValue, Pi / 4 }, { NaN, 1, NaN }, { 1, NaN, NaN },
        { NaN, Infinity, NaN }, { 1, double.MaxValue, 5.562684646268003e-309 },
    };

    /// <summary>x, y and √(x² + y²).</summary>
    public static TheoryData<double, double, double> Lengths => new()
    {
        { 0.0, 0.0, 0 }, { -0.0, -0.0, 0 }, { 3, 4, 5 }, { -3, 4, 5 }, { 0.0, -7, 7 }, { Infinity, NaN, Infinity }, { NaN, -Infinity, Infinity }, { NaN, 1, NaN }, { 1, NaN, NaN },
        { double.MaxValue, 0.0, double.MaxValue }, { double.MaxValue, double.MaxValue, Infinity }, { double.Epsilon, 0.0, double.Epsilon }, { 3 * 1.2676506002282294e30, 4 * 1.2676506002282294e30, 5 * 1.2676506002282294e30 },
        { 1.5e-323, 2e-323, 2.5e-323 },
    };

    /// <summary>x, base and the logarithm.</summary>
    public static TheoryData<double, double, double> LogarithmsToBases => new()
    {
        { 9, 3, 2 }, { 1, 3, 0 }, { 0.0, 3, -Infinity }, { Infinity, 3, Infinity }, { Infinity, 0.5, -Infinity }, { 2, 1, NaN }, { 1, 1, NaN }, { 2, 0.0, NaN }, { 2, Infinity, NaN },
        { 1, Infinity, 0 }, { -1, 3, NaN }, { 2, -3, NaN }, { NaN, 2, NaN }, { 2, NaN, NaN }, { 1e100, 10, 100 }, { 3, 9, 0.5 }, { 0.25, 2, -2 },
    };

    [Theory]
    [MemberData(nameof(Angles))]
    public void AnglesAreExactAtTheirLimits(double y, double x, double expected) => AssertSame<Atan2>(y, x, expected);

    [Theory]
    [MemberData(nameof(Lengths))]
    public void LengthsAreExactAtTheirLimits(double x, double y, double expected) => AssertSame<Hypot>(x, y, expected);

    [Theory]
    [MemberData(nameof(LogarithmsToBases))]
    public void LogarithmsToAnyBaseAreExactAtTheirLimits(double x, double @base, double expected) => AssertSame<LogToBase>(x, @base, expected);

    [Fact]
    public void ErrorOfAtan2() => AssertWithin<Atan2>(1.0);

    [Fact]
    public void ErrorOfHypot() => AssertWithin<Hypot>(0.75);

    [Fact]
    public void ErrorOfLogToBase() => AssertWithin<LogToBase>(0.51);

    [Fact]
    public void LanesOfAtan2() => CheckLanes<Atan2>();

    [Fact]
    public void LanesOfHypot() => CheckLanes<Hypot>();

    [Fact]
    public void LanesOfLogToBase() => CheckLanes<LogToBase>();

    private static void AssertSame<TFunction>(double a, double b, double expected)
        where TFunction : IFunctionOfTwo
    {
        Assert.Equal(Bits(expected), Bits(TFunction.Run(a, b)));

        // Only if floats have such numbers.
        if (IsInRange(a) && IsInRange(b) && IsInRange(expected))
        {
            Assert.Equal(expected, TFunction.Run((float)a, (float)b), tolerance: double.IsFinite(expected) ? Math.Abs(1e-7 * expected) : 0);
        }

        static bool IsInRange(double value) => value == 0 || !double.IsFinite(value) || Math.Abs(value) is > 1e-30 and < 1e30;
    }

    private static void AssertWithin<TFunction>(double bound)
        where TFunction : IFunctionOfTwo
    {
        Sweep.Worst doubles = Sweep.OverChunks(AccuracySamples, TestContext.Current.CancellationToken, static (first, length) => Over(first, length, static (a, b) =>
            double.IsFinite(a) && double.IsFinite(b) ? TFunction.Exact(a, b).ErrorInUlps(TFunction.Run(a, b)) : 0));
        Sweep.Worst floats = Sweep.OverChunks(AccuracySamples, TestContext.Current.CancellationToken, static (first, length) => Over(first, length, static (a, b) =>
            float.IsFinite((float)a) && float.IsFinite((float)b) && (float)a != 0 && (float)b != 0 && (float)b != 1
                ? TFunction.Exact((float)a, (float)b).ErrorInUlps(TFunction.Run((float)a, (float)b))
                : 0));
        TestContext.Current.TestOutputHelper?.WriteLine($"worst errors {doubles}, {floats}");
        Assert.True(doubles.Error <= bound, $"{doubles}, allowed {bound}");
        Assert.True(floats.Error <= 0.51, $"{floats}, allowed 0.51");

        static Sweep.Worst Over(long first, long length, Func<double, double, double> error)
        {
            var random = new Random((int)(first >> 16));
            Sweep.Worst worst = Sweep.Worst.None;
            for (int i = 0; i < length; i++)
            {
                (double a, double b) = TFunction.Sample(random, i);
                worst = worst.Or(error(a, b), a);
            }

            return worst;
        }
    }

    private static void CheckLanes<TFunction>()
        where TFunction : IFunctionOfTwo
    {
        var random = new Random(1);
        for (int i = 0; i < LaneSamples; i++)
        {
            (double A, double B)[] pairs = [.. Enumerable.Range(0, Vector512<float>.Count).Select(k => random.Next(2) == 0 ? TFunction.Sample(random, k) : (Neighbour(), Neighbour()))];
            var doubles = TFunction.Run(
                Vector512.Create([.. pairs.Take(Vector512<double>.Count).Select(static pair => pair.A)]), Vector512.Create([.. pairs.Take(Vector512<double>.Count).Select(static pair => pair.B)]));
            var singles = TFunction.Run(Vector512.Create([.. pairs.Select(static pair => (float)pair.A)]), Vector512.Create([.. pairs.Select(static pair => (float)pair.B)]));
            for (int lane = 0; lane < pairs.Length; lane++)
            {
                (double a, double b) = pairs[lane];
                if (Bits(TFunction.Run((float)a, (float)b)) != Bits(singles[lane]) || (lane < Vector512<double>.Count && Bits(TFunction.Run(a, b)) != Bits(doubles[lane])))
                {
                    Assert.Fail(FormattableString.Invariant($"Lane {lane} of ({a:R}, {b:R}) has other bits than the scalars."));
                }
            }
        }

        double Neighbour() => Neighbours[random.Next(Neighbours.Length)];
    }

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? NaN : value);
}
