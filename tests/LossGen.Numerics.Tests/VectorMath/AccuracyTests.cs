namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>The errors the documentation of each function gives. Changing a coefficient or an order of steps shows here.</summary>
public sealed class AccuracyTests
{
    private const long DoubleSamples = 20_000_000;

    // A prime, so that the low bits of the patterns take all values. All of them are 2^32 evaluations: minutes, not seconds.
    private static readonly int SingleStride = Environment.GetEnvironmentVariable("LOSSGEN_EXHAUSTIVE") == "1" ? 1 : 257;

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

    private static void AssertWithin(double bound, Sweep.Worst worst)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"worst error {worst}");
        Assert.True(worst.Error <= bound, $"{worst}, allowed {bound}");
    }
}
