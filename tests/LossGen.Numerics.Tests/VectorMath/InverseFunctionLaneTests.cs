namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>The same for the tangent, hyperbolic and inverse functions, the cube root and logarithms to other bases.</summary>
public sealed class InverseFunctionLaneTests
{
    [Fact]
    public void TanOfFloats() => LaneCheck.Singles<Tan>();

    [Fact]
    public void TanOfDoubles() => LaneCheck.Doubles<Tan>();

    [Fact]
    public void AsinOfFloats() => LaneCheck.Singles<Asin>();

    [Fact]
    public void AsinOfDoubles() => LaneCheck.Doubles<Asin>();

    [Fact]
    public void AcosOfFloats() => LaneCheck.Singles<Acos>();

    [Fact]
    public void AcosOfDoubles() => LaneCheck.Doubles<Acos>();

    [Fact]
    public void AtanOfFloats() => LaneCheck.Singles<Atan>();

    [Fact]
    public void AtanOfDoubles() => LaneCheck.Doubles<Atan>();

    [Fact]
    public void SinhOfFloats() => LaneCheck.Singles<Sinh>();

    [Fact]
    public void SinhOfDoubles() => LaneCheck.Doubles<Sinh>();

    [Fact]
    public void CoshOfFloats() => LaneCheck.Singles<Cosh>();

    [Fact]
    public void CoshOfDoubles() => LaneCheck.Doubles<Cosh>();

    [Fact]
    public void AsinhOfFloats() => LaneCheck.Singles<Asinh>();

    [Fact]
    public void AsinhOfDoubles() => LaneCheck.Doubles<Asinh>();

    [Fact]
    public void AcoshOfFloats() => LaneCheck.Singles<Acosh>();

    [Fact]
    public void AcoshOfDoubles() => LaneCheck.Doubles<Acosh>();

    [Fact]
    public void AtanhOfFloats() => LaneCheck.Singles<Atanh>();

    [Fact]
    public void AtanhOfDoubles() => LaneCheck.Doubles<Atanh>();

    [Fact]
    public void CbrtOfFloats() => LaneCheck.Singles<Cbrt>();

    [Fact]
    public void CbrtOfDoubles() => LaneCheck.Doubles<Cbrt>();

    [Fact]
    public void Log10OfFloats() => LaneCheck.Singles<Log10>();

    [Fact]
    public void Log10OfDoubles() => LaneCheck.Doubles<Log10>();

    [Fact]
    public void Log10P1OfFloats() => LaneCheck.Singles<Log10P1>();

    [Fact]
    public void Log10P1OfDoubles() => LaneCheck.Doubles<Log10P1>();

    [Fact]
    public void Log2P1OfFloats() => LaneCheck.Singles<Log2P1>();

    [Fact]
    public void Log2P1OfDoubles() => LaneCheck.Doubles<Log2P1>();
}
