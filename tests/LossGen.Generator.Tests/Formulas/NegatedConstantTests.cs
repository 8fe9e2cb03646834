using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Formulas;

/// <summary>The negative of a constant is a constant, also where a product is contracted with the difference that it is subtracted in: no local holds it.</summary>
public sealed class NegatedConstantTests
{
    [Fact]
    public void AConstantFactorOfWhatIsSubtracted()
    {
        string file = Assert.Single(GeneratorTester.Generate("using LossGen; using System;\n[ElementwiseLoss] public sealed partial class HellingerLoss { [Formula] private static float Value(float p, float q) => p + q - 2 * MathF.Sqrt(p * q); }").Values);
        Assert.Contains("(-2f", file, StringComparison.Ordinal);
        Assert.DoesNotContain("-(Vector256.Create(2f)", file, StringComparison.Ordinal);
        Assert.DoesNotContain("-Vector256.Create(2f)", file, StringComparison.Ordinal);
        Assert.DoesNotContain("negative", file, StringComparison.Ordinal);
    }
}
