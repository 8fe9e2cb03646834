using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>
/// A result depends on its argument alone: every lane and the scalar overload give the same bits, whatever the neighbours are.
/// </summary>
public sealed class LaneTests
{
    private const int Count = 60_000;

    private static readonly double[] Neighbours =
    [
        0, -0.0, 1, -1, 0.3, -2.5, 1e-30, 1e30, 1e-310, 3e38, 1.7e308, -95, -740, 100,
        double.NaN, double.PositiveInfinity, double.NegativeInfinity, float.Epsilon, 1e-40,
    ];

    [Fact]
    public void ExpOfFloats() => CheckSingles<Exp>();

    [Fact]
    public void LogOfFloats() => CheckSingles<Log>();

    [Fact]
    public void Log1POfFloats() => CheckSingles<Log1P>();

    [Fact]
    public void ExpM1OfFloats() => CheckSingles<ExpM1>();

    [Fact]
    public void TanhOfFloats() => CheckSingles<Tanh>();

    [Fact]
    public void Exp2OfFloats() => CheckSingles<Exp2>();

    [Fact]
    public void Log2OfFloats() => CheckSingles<Log2>();

    [Fact]
    public void SinOfFloats() => CheckSingles<Sin>();

    [Fact]
    public void CosOfFloats() => CheckSingles<Cos>();

    [Fact]
    public void ExpRemainderOfFloats() => CheckSingles<ExpRemainder>();

    [Fact]
    public void LogRemainderOfFloats() => CheckSingles<LogRemainder>();

    [Fact]
    public void SineRemainderOfFloats() => CheckSingles<SineRemainder>();

    [Fact]
    public void OneMinusCosineOfFloats() => CheckSingles<OneMinusCosine>();

    [Fact]
    public void ExpNonPositiveOfFloats() => CheckSingles<ExpNonPositive>();

    [Fact]
    public void LogOfNormalOfFloats() => CheckSingles<LogOfNormal>();

    [Fact]
    public void Log1PNonNegativeOfFloats() => CheckSingles<Log1PNonNegative>();

    [Fact]
    public void Log1POfFractionOfFloats() => CheckSingles<Log1POfFraction>();

    [Fact]
    public void ExpOfDoubles() => CheckDoubles<Exp>();

    [Fact]
    public void LogOfDoubles() => CheckDoubles<Log>();

    [Fact]
    public void Log1POfDoubles() => CheckDoubles<Log1P>();

    [Fact]
    public void ExpM1OfDoubles() => CheckDoubles<ExpM1>();

    [Fact]
    public void TanhOfDoubles() => CheckDoubles<Tanh>();

    [Fact]
    public void Exp2OfDoubles() => CheckDoubles<Exp2>();

    [Fact]
    public void Log2OfDoubles() => CheckDoubles<Log2>();

    [Fact]
    public void SinOfDoubles() => CheckDoubles<Sin>();

    [Fact]
    public void CosOfDoubles() => CheckDoubles<Cos>();

    [Fact]
    public void ExpRemainderOfDoubles() => CheckDoubles<ExpRemainder>();

    [Fact]
    public void LogRemainderOfDoubles() => CheckDoubles<LogRemainder>();

    [Fact]
    public void SineRemainderOfDoubles() => CheckDoubles<SineRemainder>();

    [Fact]
    public void OneMinusCosineOfDoubles() => CheckDoubles<OneMinusCosine>();

    [Fact]
    public void ExpNonPositiveOfDoubles() => CheckDoubles<ExpNonPositive>();

    [Fact]
    public void LogOfNormalOfDoubles() => CheckDoubles<LogOfNormal>();

    [Fact]
    public void Log1PNonNegativeOfDoubles() => CheckDoubles<Log1PNonNegative>();

    [Fact]
    public void Log1POfFractionOfDoubles() => CheckDoubles<Log1POfFraction>();

    [Fact]
    public void TanOfFloats() => CheckSingles<Tan>();

    [Fact]
    public void TanOfDoubles() => CheckDoubles<Tan>();

    [Fact]
    public void AsinOfFloats() => CheckSingles<Asin>();

    [Fact]
    public void AsinOfDoubles() => CheckDoubles<Asin>();

    [Fact]
    public void AcosOfFloats() => CheckSingles<Acos>();

    [Fact]
    public void AcosOfDoubles() => CheckDoubles<Acos>();

    [Fact]
    public void AtanOfFloats() => CheckSingles<Atan>();

    [Fact]
    public void AtanOfDoubles() => CheckDoubles<Atan>();

    [Fact]
    public void SinhOfFloats() => CheckSingles<Sinh>();

    [Fact]
    public void SinhOfDoubles() => CheckDoubles<Sinh>();

    [Fact]
    public void CoshOfFloats() => CheckSingles<Cosh>();

    [Fact]
    public void CoshOfDoubles() => CheckDoubles<Cosh>();

    [Fact]
    public void AsinhOfFloats() => CheckSingles<Asinh>();

    [Fact]
    public void AsinhOfDoubles() => CheckDoubles<Asinh>();

    [Fact]
    public void AcoshOfFloats() => CheckSingles<Acosh>();

    [Fact]
    public void AcoshOfDoubles() => CheckDoubles<Acosh>();

    [Fact]
    public void AtanhOfFloats() => CheckSingles<Atanh>();

    [Fact]
    public void AtanhOfDoubles() => CheckDoubles<Atanh>();

    [Fact]
    public void CbrtOfFloats() => CheckSingles<Cbrt>();

    [Fact]
    public void CbrtOfDoubles() => CheckDoubles<Cbrt>();

    [Fact]
    public void Log10OfFloats() => CheckSingles<Log10>();

    [Fact]
    public void Log10OfDoubles() => CheckDoubles<Log10>();

    [Fact]
    public void Log10P1OfFloats() => CheckSingles<Log10P1>();

    [Fact]
    public void Log10P1OfDoubles() => CheckDoubles<Log10P1>();

    [Fact]
    public void Log2P1OfFloats() => CheckSingles<Log2P1>();

    [Fact]
    public void Log2P1OfDoubles() => CheckDoubles<Log2P1>();

    [Fact]
    public void ErfOfFloats() => CheckSingles<Erf>();

    [Fact]
    public void ErfOfDoubles() => CheckDoubles<Erf>();

    [Fact]
    public void ErfcOfFloats() => CheckSingles<Erfc>();

    [Fact]
    public void ErfcOfDoubles() => CheckDoubles<Erfc>();

    [Fact]
    public void ErfSlopeOfFloats() => CheckSingles<ErfSlope>();

    [Fact]
    public void ErfSlopeOfDoubles() => CheckDoubles<ErfSlope>();

    [Fact]
    public void NormalCdfOfFloats() => CheckSingles<NormalCdf>();

    [Fact]
    public void NormalCdfOfDoubles() => CheckDoubles<NormalCdf>();

    [Fact]
    public void LogNormalCdfOfFloats() => CheckSingles<LogNormalCdf>();

    [Fact]
    public void LogNormalCdfOfDoubles() => CheckDoubles<LogNormalCdf>();

    [Fact]
    public void NormalDensityOfFloats() => CheckSingles<NormalDensity>();

    [Fact]
    public void NormalDensityOfDoubles() => CheckDoubles<NormalDensity>();

    [Fact]
    public void InverseMillsRatioOfFloats() => CheckSingles<InverseMillsRatio>();

    [Fact]
    public void InverseMillsRatioOfDoubles() => CheckDoubles<InverseMillsRatio>();

    [Fact]
    public void LogGammaOfFloats() => CheckSingles<LogGamma>();

    [Fact]
    public void LogGammaOfDoubles() => CheckDoubles<LogGamma>();

    [Fact]
    public void DigammaOfFloats() => CheckSingles<Digamma>();

    [Fact]
    public void DigammaOfDoubles() => CheckDoubles<Digamma>();

    [Fact]
    public void TrigammaOfFloats() => CheckSingles<Trigamma>();

    [Fact]
    public void TrigammaOfDoubles() => CheckDoubles<Trigamma>();

    private static void CheckSingles<TFunction>()
        where TFunction : IFunction
    {
        var random = new Random(1);
        for (int i = 0; i < Count; i++)
        {
            float x = (i % 3) switch
            {
                0 => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)),
                1 => (float)Neighbours[random.Next(Neighbours.Length)],
                _ => (float)TFunction.Sample(random, i),
            };
            int expected = Bits(TFunction.Run(x));
            Assert.Equal(Enumerable.Repeat(expected, Vector256<float>.Count), Lanes(TFunction.Run(Vector256.Create(x))));

            int lane = i % Vector256<float>.Count;
            Vector256<float> mixed = Vector256<float>.Zero;
            for (int k = 0; k < Vector256<float>.Count; k++)
            {
                mixed = mixed.WithElement(k, k == lane ? x : (float)Neighbours[random.Next(Neighbours.Length)]);
            }

            Vector256<float> result = TFunction.Run(mixed);
            Assert.Equal(expected, Bits(result[lane]));

            Vector512<float> wide = TFunction.Run(Vector512.Create(Vector256.Create(x), mixed));
            Assert.Equal(Enumerable.Repeat(expected, Vector256<float>.Count), Lanes(wide.GetLower()));
            Assert.Equal(Lanes(result), Lanes(wide.GetUpper()));
        }

        static IEnumerable<int> Lanes(Vector256<float> v) => Enumerable.Range(0, Vector256<float>.Count).Select(k => Bits(v[k]));
        static int Bits(float value) => BitConverter.SingleToInt32Bits(float.IsNaN(value) ? float.NaN : value);
    }

    private static void CheckDoubles<TFunction>()
        where TFunction : IFunction
    {
        var random = new Random(1);
        for (int i = 0; i < Count; i++)
        {
            double x = (i % 3) switch
            {
                0 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
                1 => Neighbours[random.Next(Neighbours.Length)],
                _ => TFunction.Sample(random, i),
            };
            long expected = Bits(TFunction.Run(x));
            Assert.Equal(Enumerable.Repeat(expected, Vector256<double>.Count), Lanes(TFunction.Run(Vector256.Create(x))));

            int lane = i % Vector256<double>.Count;
            Vector256<double> mixed = Vector256<double>.Zero;
            for (int k = 0; k < Vector256<double>.Count; k++)
            {
                mixed = mixed.WithElement(k, k == lane ? x : Neighbours[random.Next(Neighbours.Length)]);
            }

            Vector256<double> result = TFunction.Run(mixed);
            Assert.Equal(expected, Bits(result[lane]));

            Vector512<double> wide = TFunction.Run(Vector512.Create(Vector256.Create(x), mixed));
            Assert.Equal(Enumerable.Repeat(expected, Vector256<double>.Count), Lanes(wide.GetLower()));
            Assert.Equal(Lanes(result), Lanes(wide.GetUpper()));
        }

        static IEnumerable<long> Lanes(Vector256<double> v) => Enumerable.Range(0, Vector256<double>.Count).Select(k => Bits(v[k]));
        static long Bits(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);
    }
}
