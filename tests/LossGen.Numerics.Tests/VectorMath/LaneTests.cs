namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>
/// A result depends on its argument alone: every lane and the scalar overload give the same bits, whatever the neighbours are. Exponentials, logarithms, sine and cosine.
/// </summary>
public sealed class LaneTests
{
    [Fact]
    public void ExpOfFloats() => LaneCheck.Singles<Exp>();

    [Fact]
    public void LogOfFloats() => LaneCheck.Singles<Log>();

    [Fact]
    public void Log1POfFloats() => LaneCheck.Singles<Log1P>();

    [Fact]
    public void ExpM1OfFloats() => LaneCheck.Singles<ExpM1>();

    [Fact]
    public void TanhOfFloats() => LaneCheck.Singles<Tanh>();

    [Fact]
    public void Exp2OfFloats() => LaneCheck.Singles<Exp2>();

    [Fact]
    public void Log2OfFloats() => LaneCheck.Singles<Log2>();

    [Fact]
    public void SinOfFloats() => LaneCheck.Singles<Sin>();

    [Fact]
    public void CosOfFloats() => LaneCheck.Singles<Cos>();

    [Fact]
    public void ExpRemainderOfFloats() => LaneCheck.Singles<ExpRemainder>();

    [Fact]
    public void LogRemainderOfFloats() => LaneCheck.Singles<LogRemainder>();

    [Fact]
    public void SineRemainderOfFloats() => LaneCheck.Singles<SineRemainder>();

    [Fact]
    public void OneMinusCosineOfFloats() => LaneCheck.Singles<OneMinusCosine>();

    [Fact]
    public void ExpNonPositiveOfFloats() => LaneCheck.Singles<ExpNonPositive>();

    [Fact]
    public void LogOfNormalOfFloats() => LaneCheck.Singles<LogOfNormal>();

    [Fact]
    public void Log1PNonNegativeOfFloats() => LaneCheck.Singles<Log1PNonNegative>();

    [Fact]
    public void Log1POfFractionOfFloats() => LaneCheck.Singles<Log1POfFraction>();

    [Fact]
    public void ExpOfDoubles() => LaneCheck.Doubles<Exp>();

    [Fact]
    public void LogOfDoubles() => LaneCheck.Doubles<Log>();

    [Fact]
    public void Log1POfDoubles() => LaneCheck.Doubles<Log1P>();

    [Fact]
    public void ExpM1OfDoubles() => LaneCheck.Doubles<ExpM1>();

    [Fact]
    public void TanhOfDoubles() => LaneCheck.Doubles<Tanh>();

    [Fact]
    public void Exp2OfDoubles() => LaneCheck.Doubles<Exp2>();

    [Fact]
    public void Log2OfDoubles() => LaneCheck.Doubles<Log2>();

    [Fact]
    public void SinOfDoubles() => LaneCheck.Doubles<Sin>();

    [Fact]
    public void CosOfDoubles() => LaneCheck.Doubles<Cos>();

    [Fact]
    public void ExpRemainderOfDoubles() => LaneCheck.Doubles<ExpRemainder>();

    [Fact]
    public void LogRemainderOfDoubles() => LaneCheck.Doubles<LogRemainder>();

    [Fact]
    public void SineRemainderOfDoubles() => LaneCheck.Doubles<SineRemainder>();

    [Fact]
    public void OneMinusCosineOfDoubles() => LaneCheck.Doubles<OneMinusCosine>();

    [Fact]
    public void ExpNonPositiveOfDoubles() => LaneCheck.Doubles<ExpNonPositive>();

    [Fact]
    public void LogOfNormalOfDoubles() => LaneCheck.Doubles<LogOfNormal>();

    [Fact]
    public void Log1PNonNegativeOfDoubles() => LaneCheck.Doubles<Log1PNonNegative>();

    [Fact]
    public void Log1POfFractionOfDoubles() => LaneCheck.Doubles<Log1POfFraction>();
}
