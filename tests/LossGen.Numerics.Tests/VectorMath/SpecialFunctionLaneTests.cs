namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>The same for the functions of the normal distribution and the gamma function.</summary>
public sealed class SpecialFunctionLaneTests
{
    [Fact]
    public void ErfOfFloats() => LaneCheck.Singles<Erf>();

    [Fact]
    public void ErfOfDoubles() => LaneCheck.Doubles<Erf>();

    [Fact]
    public void ErfcOfFloats() => LaneCheck.Singles<Erfc>();

    [Fact]
    public void ErfcOfDoubles() => LaneCheck.Doubles<Erfc>();

    [Fact]
    public void ErfSlopeOfFloats() => LaneCheck.Singles<ErfSlope>();

    [Fact]
    public void ErfSlopeOfDoubles() => LaneCheck.Doubles<ErfSlope>();

    [Fact]
    public void NormalCdfOfFloats() => LaneCheck.Singles<NormalCdf>();

    [Fact]
    public void NormalCdfOfDoubles() => LaneCheck.Doubles<NormalCdf>();

    [Fact]
    public void LogNormalCdfOfFloats() => LaneCheck.Singles<LogNormalCdf>();

    [Fact]
    public void LogNormalCdfOfDoubles() => LaneCheck.Doubles<LogNormalCdf>();

    [Fact]
    public void NormalDensityOfFloats() => LaneCheck.Singles<NormalDensity>();

    [Fact]
    public void NormalDensityOfDoubles() => LaneCheck.Doubles<NormalDensity>();

    [Fact]
    public void InverseMillsRatioOfFloats() => LaneCheck.Singles<InverseMillsRatio>();

    [Fact]
    public void InverseMillsRatioOfDoubles() => LaneCheck.Doubles<InverseMillsRatio>();

    [Fact]
    public void LogGammaOfFloats() => LaneCheck.Singles<LogGamma>();

    [Fact]
    public void LogGammaOfDoubles() => LaneCheck.Doubles<LogGamma>();

    [Fact]
    public void DigammaOfFloats() => LaneCheck.Singles<Digamma>();

    [Fact]
    public void DigammaOfDoubles() => LaneCheck.Doubles<Digamma>();

    [Fact]
    public void TrigammaOfFloats() => LaneCheck.Singles<Trigamma>();

    [Fact]
    public void TrigammaOfDoubles() => LaneCheck.Doubles<Trigamma>();
}
