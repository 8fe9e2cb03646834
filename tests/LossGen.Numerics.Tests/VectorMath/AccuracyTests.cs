using LossGen.Tests;

namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>The errors that each function's documentation states. A changed coefficient or order of steps shows here.</summary>
public sealed class AccuracyTests
{
    private static readonly long DoubleSamples = RandomRun.IsDeep ? 20_000_000 : 1_000_000;

    // A prime, so that the low bits of the patterns take all values. All of them are 2^32 evaluations: minutes, not seconds.
    private static readonly int SingleStride = RandomRun.IsDeep ? 1 : 4093;

    [Fact]
    public void ExpOfFloats() => AssertWithin(0.90, Sweep.Singles<Exp>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void LogOfFloats() => AssertWithin(0.96, Sweep.Singles<Log>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void Log1POfFloats() => AssertWithin(0.96, Sweep.Singles<Log1P>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void ExpM1OfFloats() => AssertWithin(0.87, Sweep.Singles<ExpM1>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void TanhOfFloats() => AssertWithin(0.76, Sweep.Singles<Tanh>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void Exp2OfFloats() => AssertWithin(0.88, Sweep.Singles<Exp2>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void Log2OfFloats() => AssertWithin(0.86, Sweep.Singles<Log2>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void SinOfFloats() => AssertWithin(0.61, Sweep.Singles<Sin>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void CosOfFloats() => AssertWithin(0.61, Sweep.Singles<Cos>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void ExpRemainderOfFloats() => AssertWithin(1.50, Sweep.Singles<ExpRemainder>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void LogRemainderOfFloats() => AssertWithin(0.51, Sweep.Singles<LogRemainder>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void SineRemainderOfFloats() => AssertWithin(0.61, Sweep.Singles<SineRemainder>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void OneMinusCosineOfFloats() => AssertWithin(0.71, Sweep.Singles<OneMinusCosine>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void ErfOfFloats() => AssertWithin(0.501, Sweep.Singles<Erf>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void ErfcOfFloats() => AssertWithin(0.501, Sweep.Singles<Erfc>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void ErfSlopeOfFloats() => AssertWithin(0.501, Sweep.Singles<ErfSlope>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void NormalCdfOfFloats() => AssertWithin(0.501, Sweep.Singles<NormalCdf>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void LogNormalCdfOfFloats() => AssertWithin(0.501, Sweep.Singles<LogNormalCdf>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void NormalDensityOfFloats() => AssertWithin(0.501, Sweep.Singles<NormalDensity>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void InverseMillsRatioOfFloats() => AssertWithin(0.501, Sweep.Singles<InverseMillsRatio>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void LogGammaOfFloats() => AssertWithin(0.501, Sweep.Singles<LogGamma>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void DigammaOfFloats() => AssertWithin(0.501, Sweep.Singles<Digamma>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void TrigammaOfFloats() => AssertWithin(0.501, Sweep.Singles<Trigamma>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void ExpOfDoubles() => AssertWithin(0.90, Sweep.Doubles<Exp>(DoubleSamples, TestContext.Current.CancellationToken));

    [Fact]
    public void LogOfDoubles() => AssertWithin(0.91, Sweep.Doubles<Log>(DoubleSamples, TestContext.Current.CancellationToken));

    [Fact]
    public void Log1POfDoubles() => AssertWithin(0.97, Sweep.Doubles<Log1P>(DoubleSamples, TestContext.Current.CancellationToken));

    [Fact]
    public void ExpM1OfDoubles() => AssertWithin(0.84, Sweep.Doubles<ExpM1>(DoubleSamples, TestContext.Current.CancellationToken));

    [Fact]
    public void TanhOfDoubles() => AssertWithin(0.75, Sweep.Doubles<Tanh>(DoubleSamples, TestContext.Current.CancellationToken));

    [Fact]
    public void Exp2OfDoubles() => AssertWithin(0.89, Sweep.Doubles<Exp2>(DoubleSamples, TestContext.Current.CancellationToken));

    [Fact]
    public void Log2OfDoubles() => AssertWithin(0.87, Sweep.Doubles<Log2>(DoubleSamples, TestContext.Current.CancellationToken));

    [Fact]
    public void SinOfDoubles() => AssertWithin(0.79, Sweep.Doubles<Sin>(DoubleSamples / 4, TestContext.Current.CancellationToken));

    [Fact]
    public void CosOfDoubles() => AssertWithin(0.79, Sweep.Doubles<Cos>(DoubleSamples / 4, TestContext.Current.CancellationToken));

    [Fact]
    public void ExpRemainderOfDoubles() => AssertWithin(1.50, Sweep.Doubles<ExpRemainder>(DoubleSamples / 4, TestContext.Current.CancellationToken));

    [Fact]
    public void LogRemainderOfDoubles() => AssertWithin(0.97, Sweep.Doubles<LogRemainder>(DoubleSamples / 4, TestContext.Current.CancellationToken));

    [Fact]
    public void SineRemainderOfDoubles() => AssertWithin(1.50, Sweep.Doubles<SineRemainder>(DoubleSamples / 4, TestContext.Current.CancellationToken));

    [Fact]
    public void OneMinusCosineOfDoubles() => AssertWithin(1.26, Sweep.Doubles<OneMinusCosine>(DoubleSamples / 4, TestContext.Current.CancellationToken));

    [Fact]
    public void TanOfFloats() => AssertWithin(0.51, Sweep.Singles<Tan>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void TanOfDoubles() => AssertWithin(0.85, Sweep.Doubles<Tan>(DoubleSamples / 4, TestContext.Current.CancellationToken));

    [Fact]
    public void AsinOfFloats() => AssertWithin(0.51, Sweep.Singles<Asin>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void AsinOfDoubles() => AssertWithin(0.62, Sweep.Doubles<Asin>(DoubleSamples / 4, TestContext.Current.CancellationToken));

    [Fact]
    public void AcosOfFloats() => AssertWithin(0.51, Sweep.Singles<Acos>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void AcosOfDoubles() => AssertWithin(0.61, Sweep.Doubles<Acos>(DoubleSamples / 4, TestContext.Current.CancellationToken));

    [Fact]
    public void AtanOfFloats() => AssertWithin(0.51, Sweep.Singles<Atan>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void AtanOfDoubles() => AssertWithin(0.62, Sweep.Doubles<Atan>(DoubleSamples / 4, TestContext.Current.CancellationToken));

    [Fact]
    public void SinhOfFloats() => AssertWithin(0.51, Sweep.Singles<Sinh>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void SinhOfDoubles() => AssertWithin(0.71, Sweep.Doubles<Sinh>(DoubleSamples / 4, TestContext.Current.CancellationToken));

    [Fact]
    public void CoshOfFloats() => AssertWithin(0.51, Sweep.Singles<Cosh>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void CoshOfDoubles() => AssertWithin(0.87, Sweep.Doubles<Cosh>(DoubleSamples / 4, TestContext.Current.CancellationToken));

    [Fact]
    public void AsinhOfFloats() => AssertWithin(0.51, Sweep.Singles<Asinh>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void AsinhOfDoubles() => AssertWithin(0.51, Sweep.Doubles<Asinh>(DoubleSamples / 4, TestContext.Current.CancellationToken));

    [Fact]
    public void AcoshOfFloats() => AssertWithin(0.51, Sweep.Singles<Acosh>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void AcoshOfDoubles() => AssertWithin(0.51, Sweep.Doubles<Acosh>(DoubleSamples / 4, TestContext.Current.CancellationToken));

    [Fact]
    public void AtanhOfFloats() => AssertWithin(0.51, Sweep.Singles<Atanh>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void AtanhOfDoubles() => AssertWithin(0.51, Sweep.Doubles<Atanh>(DoubleSamples / 4, TestContext.Current.CancellationToken));

    [Fact]
    public void CbrtOfFloats() => AssertWithin(0.51, Sweep.Singles<Cbrt>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void CbrtOfDoubles() => AssertWithin(0.51, Sweep.Doubles<Cbrt>(DoubleSamples / 4, TestContext.Current.CancellationToken));

    [Fact]
    public void Log10OfFloats() => AssertWithin(0.51, Sweep.Singles<Log10>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void Log10OfDoubles() => AssertWithin(0.51, Sweep.Doubles<Log10>(DoubleSamples / 4, TestContext.Current.CancellationToken));

    [Fact]
    public void Log10P1OfFloats() => AssertWithin(0.51, Sweep.Singles<Log10P1>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void Log10P1OfDoubles() => AssertWithin(1.08, Sweep.Doubles<Log10P1>(DoubleSamples / 4, TestContext.Current.CancellationToken));

    [Fact]
    public void Log2P1OfFloats() => AssertWithin(0.51, Sweep.Singles<Log2P1>(SingleStride, TestContext.Current.CancellationToken));

    [Fact]
    public void Log2P1OfDoubles() => AssertWithin(1.06, Sweep.Doubles<Log2P1>(DoubleSamples / 4, TestContext.Current.CancellationToken));

    private static void AssertWithin(double bound, Sweep.Worst worst)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"worst error {worst}");
        Assert.True(worst.Error <= bound, $"{worst}, allowed {bound}");
    }
}
