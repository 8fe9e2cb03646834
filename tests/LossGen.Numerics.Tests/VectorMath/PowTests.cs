using System.Runtime.Intrinsics;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>The function of two arguments: its error, its special cases and that lanes do not depend on each other.</summary>
public sealed class PowTests
{
    private const double Infinity = double.PositiveInfinity;
    private const double NaN = double.NaN;
    private const int LaneSamples = 60_000;

    private static readonly long AccuracySamples = RandomRun.IsDeep ? 10_000_000 : 2_000_000;

    private static readonly double[] Values =
    [
        0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 0.3, -2.5, 7, 1e-30, -1e30, 1e-310, 3e38, -1.7e308, 1.0000001, 0.9999999, 4503599627370497,
        -9007199254740993, 16777217, 1e15, NaN, Infinity, -Infinity, float.Epsilon, double.Epsilon, -double.Epsilon,
    ];

    /// <summary>x, y, pow(x, y): the list of IEEE 754.</summary>
    public static TheoryData<double, double, double> SpecialCases => new()
    {
        { 0.0, 3, 0 }, { -0.0, 3, -0.0 }, { 0.0, 2, 0 }, { -0.0, 2, 0 }, { -0.0, 0.5, 0 }, { 0.0, Infinity, 0 }, { -0.0, Infinity, 0 },
        { 0.0, -3, Infinity }, { -0.0, -3, -Infinity }, { -0.0, -2, Infinity }, { -0.0, -0.5, Infinity }, { 0.0, -Infinity, Infinity },
        { 5, 0.0, 1 }, { -5, -0.0, 1 }, { NaN, 0.0, 1 }, { Infinity, 0.0, 1 }, { 0.0, -0.0, 1 }, { -Infinity, -0.0, 1 },
        { 1, NaN, 1 }, { 1, Infinity, 1 }, { 1, -1e300, 1 }, { -1, Infinity, 1 }, { -1, -Infinity, 1 }, { -1, 3, -1 }, { -1, 1e18, 1 },
        { NaN, 1, NaN }, { 2, NaN, NaN }, { -1, NaN, NaN }, { Infinity, NaN, NaN }, { 0.0, NaN, NaN },
        { -2, 0.5, NaN }, { -1, 0.5, NaN }, { -0.3, 1e-30, NaN }, { -2, 3, -8 }, { -2, 4, 16 }, { -2, -1, -0.5 }, { -8, 1, -8 },
        { 0.5, Infinity, 0 }, { -0.5, Infinity, 0 }, { 0.5, -Infinity, Infinity }, { -0.5, -Infinity, Infinity },
        { 2, Infinity, Infinity }, { -2, Infinity, Infinity }, { 2, -Infinity, 0 }, { -2, -Infinity, 0 },
        { Infinity, 0.1, Infinity }, { Infinity, -0.1, 0 }, { -Infinity, 3, -Infinity }, { -Infinity, 2, Infinity },
        { -Infinity, 0.5, Infinity }, { -Infinity, -3, -0.0 }, { -Infinity, -2, 0 }, { -Infinity, -0.5, 0 }, { Infinity, -Infinity, 0 },
        { 2, 5000, Infinity }, { -2, 5001, -Infinity }, { 2, -5000, 0 }, { -2, -5001, -0.0 }, { 1.5, 1e300, Infinity },
        { 0.999, 1e300, 0 }, { 2, 10, 1024 }, { 4, 0.5, 2 }, { 2, -149, 1.401298464324817e-45 }, { 3, 4, 81 }, { 10, -0.0, 1 },
    };

    [Theory]
    [MemberData(nameof(SpecialCases))]
    public void ExactResultsAreExact(double x, double y, double expected)
    {
        Assert.Equal(Bits(expected), Bits(VectorMath.Pow(x, y)));
        Assert.Equal(Bits((float)expected), Bits(VectorMath.Pow((float)x, (float)y)));
    }

    [Fact]
    public void ResultsAreSubnormalBeforeTheyAre0()
    {
        Assert.Equal(double.Epsilon, VectorMath.Pow(2.0, -1074.0));
        Assert.Equal(double.Epsilon, VectorMath.Pow(double.Epsilon, 1.0));
        Assert.Equal(-float.Epsilon, VectorMath.Pow(-float.Epsilon, 1f));
        Assert.Equal(double.MaxValue, VectorMath.Pow(double.MaxValue, 1.0));
    }

    [Fact]
    public void ErrorOfDoubles() => AssertWithin(0.93, Sweep.OverChunks(AccuracySamples, TestContext.Current.CancellationToken, static (first, length) =>
    {
        var random = new Random((int)(first >> 16));
        Sweep.Worst worst = Sweep.Worst.None;
        for (int i = 0; i < length; i++)
        {
            (double x, double y) = Pow.Sample(random, i, 1080);
            worst = worst.Or(Pow.Exact(x, y).ErrorInUlps(VectorMath.Pow(x, y)), x);
        }

        return worst;
    }));

    [Fact]
    public void ErrorOfFloats() => AssertWithin(0.57, Sweep.OverChunks(AccuracySamples, TestContext.Current.CancellationToken, static (first, length) =>
    {
        var random = new Random((int)(first >> 16));
        Sweep.Worst worst = Sweep.Worst.None;
        for (int i = 0; i < length; i++)
        {
            (double sampledX, double sampledY) = Pow.Sample(random, i, 150);
            float x = (float)sampledX is > 0 and < float.PositiveInfinity and var number ? number : (float)Math.ScaleB(sampledX, -Math.ILogB(sampledX));
            float y = (float)(Math.Abs(sampledY) < 1e38 ? sampledY : 0.7);
            worst = worst.Or(Pow.Exact(x, y).ErrorInUlps(VectorMath.Pow(x, y)), x);
        }

        return worst;
    }));

    [Fact]
    public void LanesOfDoubles()
    {
        var random = new Random(1);
        for (int i = 0; i < LaneSamples; i++)
        {
            Vector256<double> x = Vector256.Create(Sample(), Sample(), Sample(), Sample());
            Vector256<double> y = Vector256.Create(Sample(), Sample(), Sample(), Sample());
            Vector256<double> result = VectorMath.Pow(x, y);
            Vector512<double> wide = VectorMath.Pow(Vector512.Create(y, x), Vector512.Create(x, y));
            for (int lane = 0; lane < Vector256<double>.Count; lane++)
            {
                Assert.Equal(Bits(VectorMath.Pow(x[lane], y[lane])), Bits(result[lane]));
                Assert.Equal(Bits(VectorMath.Pow(y[lane], x[lane])), Bits(wide[lane]));
                Assert.Equal(Bits(result[lane]), Bits(wide[lane + Vector256<double>.Count]));
            }
        }

        double Sample() => random.Next(2) == 0 ? Values[random.Next(Values.Length)] : Pow.Sample(random, random.Next(6), 1080).X;
    }

    [Fact]
    public void LanesOfFloats()
    {
        var random = new Random(1);
        for (int i = 0; i < LaneSamples; i++)
        {
            Vector256<float> x = Vector256.Create(Sample(), Sample(), Sample(), Sample(), Sample(), Sample(), Sample(), Sample());
            Vector256<float> y = Vector256.Create(Sample(), Sample(), Sample(), Sample(), Sample(), Sample(), Sample(), Sample());
            Vector256<float> result = VectorMath.Pow(x, y);
            Vector512<float> wide = VectorMath.Pow(Vector512.Create(y, x), Vector512.Create(x, y));
            for (int lane = 0; lane < Vector256<float>.Count; lane++)
            {
                Assert.Equal(Bits(VectorMath.Pow(x[lane], y[lane])), Bits(result[lane]));
                Assert.Equal(Bits(VectorMath.Pow(y[lane], x[lane])), Bits(wide[lane]));
                Assert.Equal(Bits(result[lane]), Bits(wide[lane + Vector256<float>.Count]));
            }
        }

        float Sample() => (float)(random.Next(2) == 0 ? Values[random.Next(Values.Length)] : Samples.Between(random, -3, 20));
    }

    // No lane is rare: a wide vector takes another path than one with a rare lane.
    [Fact]
    public void WideVectorsOfUsualFloats()
    {
        var random = new Random(2);
        for (int i = 0; i < LaneSamples; i++)
        {
            Vector512<float> x = Vector512.Create(Sample(), Sample());
            Vector512<float> y = Vector512.Create(Sample(), -Sample());
            Vector512<float> power = VectorMath.Pow(x, y);
            Assert.Equal(Vector512.Create(VectorMath.Pow(x.GetLower(), y.GetLower()), VectorMath.Pow(x.GetUpper(), y.GetUpper())).AsInt32(), power.AsInt32());
            Vector512<float> lessOne = VectorMath.PowLessOne(x, y, power);
            Assert.Equal((power / x).AsInt32(), lessOne.AsInt32());
        }

        Vector256<float> Sample() => Vector256.Create(Element(), Element(), Element(), Element(), Element(), Element(), Element(), Element());
        float Element() => (float)Samples.Between(random, 0.1, 20);
    }

    [Fact]
    public void LanesOfPowLessOne()
    {
        var random = new Random(1);
        for (int i = 0; i < LaneSamples; i++)
        {
            Vector256<float> x = Vector256.Create(Sample(), Sample(), Sample(), Sample(), Sample(), Sample(), Sample(), Sample());
            Vector256<float> y = Vector256.Create(Sample(), Sample(), Sample(), Sample(), Sample(), Sample(), Sample(), Sample());
            Vector256<float> power = VectorMath.Pow(x, y);
            Vector256<float> result = VectorMath.PowLessOne(x, y, power);
            Vector512<float> wide = VectorMath.PowLessOne(Vector512.Create(x, x), Vector512.Create(y, y), Vector512.Create(power, power));
            for (int lane = 0; lane < Vector256<float>.Count; lane++)
            {
                int expected = Bits(VectorMath.PowLessOne(x[lane], y[lane], power[lane]));
                Assert.Equal((expected, expected, expected), (Bits(result[lane]), Bits(wide[lane]), Bits(wide[lane + Vector256<float>.Count])));
            }
        }

        float Sample() => (float)(random.Next(2) == 0 ? Values[random.Next(Values.Length)] : Samples.Between(random, -3, 20));
    }

    [Theory]
    [MemberData(nameof(SpecialCases))]
    public void PowLessOneOfRareNumbersIsThatPower(double x, double y, double expected)
    {
        // Not where the power is a normal number, for which the quotient is right.
        bool isRare = !(double.IsNormal(x) && double.IsNormal(expected) && double.IsFinite(y));
        Assert.Equal(Bits(isRare ? VectorMath.Pow(x, y - 1) : expected / x), Bits(VectorMath.PowLessOne(x, y, expected)));
        bool isRareFloat = !(float.IsNormal((float)x) && float.IsNormal((float)expected) && float.IsFinite((float)y));
        Assert.Equal(
            Bits(isRareFloat ? VectorMath.Pow((float)x, (float)y - 1) : (float)expected / (float)x),
            Bits(VectorMath.PowLessOne((float)x, (float)y, (float)expected)));
    }

    [Fact]
    public void ErrorOfPowLessOneOfFloats()
    {
        var random = new Random(4);
        Sweep.Worst worst = Sweep.Worst.None;
        for (int i = 0; i < LaneSamples; i++)
        {
            float x = (float)Samples.Between(random, 1e-6, 1e6), y = (float)Samples.Between(random, -5, 5);
            worst = worst.Or(Pow.Exact(x, (double)y - 1).ErrorInUlps(VectorMath.PowLessOne(x, y, VectorMath.Pow(x, y))), x);
        }

        AssertWithin(1.6, worst);
    }

    private static void AssertWithin(double bound, Sweep.Worst worst)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"worst error {worst}");
        Assert.True(worst.Error <= bound, $"{worst}, allowed {bound}");
    }

    private static int Bits(float value) => BitConverter.SingleToInt32Bits(float.IsNaN(value) ? float.NaN : value);

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);
}
