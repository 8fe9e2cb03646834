using System.Runtime.Intrinsics;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>
/// Functions restricted to some arguments: there, the bits of the unrestricted function, whose accuracy is known; and what they promise outside.
/// </summary>
public sealed class PartialFunctionTests
{
    private const int DoubleSamples = 4_000_000;

    // A prime, as in the accuracy tests.
    private static readonly uint SingleStride = RandomRun.IsDeep ? 1u : 1021u;

    [Fact]
    public void ExpNonPositiveHasTheBitsOfExp()
    {
        CheckSingles<ExpNonPositive, Exp>();
        CheckDoubles<ExpNonPositive, Exp>();
    }

    [Fact]
    public void LogOfNormalHasTheBitsOfLog()
    {
        CheckSingles<LogOfNormal, Log>();
        CheckDoubles<LogOfNormal, Log>();
    }

    [Fact]
    public void Log1PNonNegativeHasTheBitsOfLog1P()
    {
        CheckSingles<Log1PNonNegative, Log1P>();
        CheckDoubles<Log1PNonNegative, Log1P>();
    }

    [Fact]
    public void Log1POfFractionHasTheBitsOfLog1P()
    {
        CheckSingles<Log1POfFraction, Log1P>();
        CheckDoubles<Log1POfFraction, Log1P>();
    }

    [Theory]
    [InlineData(-104f)]
    [InlineData(float.MinValue)]
    [InlineData(float.NegativeInfinity)]
    public void ExpNonPositiveUnderflowsTo0(float x) => Assert.Equal(0, BitConverter.SingleToInt32Bits(VectorMath.ExpNonPositive(x)));

    [Theory]
    [InlineData(-746.0)]
    [InlineData(double.MinValue)]
    [InlineData(double.NegativeInfinity)]
    public void ExpNonPositiveOfDoublesUnderflowsTo0(double x) => Assert.Equal(0, BitConverter.DoubleToInt64Bits(VectorMath.ExpNonPositive(x)));

    [Fact]
    public void ExactResultsAreExact()
    {
        Assert.Equal((1f, 1f, 1.0, 1.0), (VectorMath.ExpNonPositive(0f), VectorMath.ExpNonPositive(-0f), VectorMath.ExpNonPositive(0.0), VectorMath.ExpNonPositive(-0.0)));
        Assert.Equal((0, 0L), (BitConverter.SingleToInt32Bits(VectorMath.LogOfNormal(1f)), BitConverter.DoubleToInt64Bits(VectorMath.LogOfNormal(1.0))));
        Assert.Equal((0, 0L), (BitConverter.SingleToInt32Bits(VectorMath.Log1POfFraction(0f)), BitConverter.DoubleToInt64Bits(VectorMath.Log1POfFraction(0.0))));
        Assert.Equal((0, 0L), (BitConverter.SingleToInt32Bits(VectorMath.Log1PNonNegative(0f)), BitConverter.DoubleToInt64Bits(VectorMath.Log1PNonNegative(0.0))));
    }

    [Fact]
    public void NaNStaysNaN()
    {
        foreach (float nan in new[] { float.NaN, -float.NaN, BitConverter.Int32BitsToSingle(0x7F800001), BitConverter.Int32BitsToSingle(0x7FFFFFFF), BitConverter.Int32BitsToSingle(-1) })
        {
            Assert.Equal(float.NaN, VectorMath.Log1POfFraction(nan));
            Assert.Equal((float.NaN, float.NaN, float.NaN), (VectorMath.ExpNonPositive(nan), VectorMath.LogOfNormal(nan), VectorMath.Log1PNonNegative(nan)));
        }

        foreach (double nan in new[] { double.NaN, -double.NaN, BitConverter.Int64BitsToDouble(0x7FF0000000000001), BitConverter.Int64BitsToDouble(long.MaxValue), BitConverter.Int64BitsToDouble(-1) })
        {
            Assert.Equal(double.NaN, VectorMath.Log1POfFraction(nan));
            Assert.Equal((double.NaN, double.NaN, double.NaN), (VectorMath.ExpNonPositive(nan), VectorMath.LogOfNormal(nan), VectorMath.Log1PNonNegative(nan)));
        }
    }

    [Fact]
    public void LogarithmsOfInfinityAreNoNumbers()
    {
        Assert.Equal((float.NaN, double.NaN), (VectorMath.LogOfNormal(float.PositiveInfinity), VectorMath.LogOfNormal(double.PositiveInfinity)));
        Assert.False(float.IsFinite(VectorMath.Log1PNonNegative(float.PositiveInfinity)));
        Assert.False(double.IsFinite(VectorMath.Log1PNonNegative(double.PositiveInfinity)));
    }

    private static void CheckSingles<TPart, TWhole>()
        where TPart : IPartialFunction<TWhole>
        where TWhole : IFunction
    {
        Vector256<float> least = Vector256.Create(TPart.Singles.Least);
        Vector256<float> greatest = Vector256.Create(TPart.Singles.Greatest);
        Assert.Equal(BitConverter.SingleToInt32Bits(TWhole.Run(TPart.Singles.Least)), BitConverter.SingleToInt32Bits(TPart.Run(TPart.Singles.Least)));
        Assert.Equal(BitConverter.SingleToInt32Bits(TWhole.Run(TPart.Singles.Greatest)), BitConverter.SingleToInt32Bits(TPart.Run(TPart.Singles.Greatest)));
        uint checkedLanes = 0;
        for (ulong first = 0; first <= uint.MaxValue; first += SingleStride * (uint)Vector256<float>.Count)
        {
            Vector256<float> x = (Vector256.Create((uint)first) + (Vector256<uint>.Indices * SingleStride)).AsSingle();
            Vector256<int> inside = (Vector256.GreaterThanOrEqual(x, least) & Vector256.LessThanOrEqual(x, greatest) & ~Vector256.Equals(x.AsInt32(), Vector256.Create(int.MinValue)).AsSingle()).AsInt32();
            Vector256<int> different = (TPart.Run(x).AsInt32() ^ TWhole.Run(x).AsInt32()) & inside;
            if (different != Vector256<int>.Zero)
            {
                Assert.Fail($"{x}: {TPart.Run(x)}, not {TWhole.Run(x)}");
            }

            checkedLanes += (uint)-Vector256.Sum(inside);
        }

        Assert.True(checkedLanes > (1u << 29) / SingleStride);
    }

    private static void CheckDoubles<TPart, TWhole>()
        where TPart : IPartialFunction<TWhole>
        where TWhole : IFunction
    {
        (double least, double greatest) = TPart.Doubles;
        Random random = new(3);
        for (int i = 0; i < DoubleSamples; i++)
        {
            double x = i < 2 ? (i == 0 ? least : greatest) : Math.Clamp(TPart.Sample(random, i), least, greatest);
            long expected = BitConverter.DoubleToInt64Bits(TWhole.Run(x));
            long actual = BitConverter.DoubleToInt64Bits(TPart.Run(x));
            if (expected != actual)
            {
                Assert.Fail(FormattableString.Invariant($"{x:R}: {TPart.Run(x):R}, not {TWhole.Run(x):R}"));
            }
        }
    }
}
