using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Compiler;

/// <summary>Which sums are taken in float32 for a few steps, before they are widened.</summary>
public sealed class PartialSumTests
{
    // Of the 1,000 classes, 992 in 31 steps; of 100, 96 in three.
    [Theory]
    [InlineData("SoftmaxLoss(Shape.Batch, 1000)", "classIndexStart += 256")]
    [InlineData("SoftmaxLoss(Shape.Batch, 1024)", "classIndexStart += 256")]
    [InlineData("SoftmaxLoss(Shape.Batch, 100)", "Lanes.SumHalves(othersSumUnrolledPiece)")]
    [InlineData("SoftmaxLoss(Shape.Batch, 1000, Outputs = LossOutputs.Predictions)", "firstUnrolledPiece")]
    public void ExponentialsOfARowAre(string declaration, string expected)
    {
        string file = Print(declaration);
        Assert.Contains("othersSumUnrolledPiece += ", file, StringComparison.Ordinal);
        Assert.Contains(expected, file, StringComparison.Ordinal);
    }

    // Each lane of a tile is a sum of its own; terms without a bound might overflow.
    [Theory]
    [InlineData("SoftmaxLoss(Shape.Batch, 12, 7)")]
    [InlineData("SoftmaxLoss(Shape.Batch, 1000, Element = ElementType.Double)")]
    [InlineData("CosineEmbeddingLoss(Shape.Batch, 1000)")]
    public void OthersAreWidenedAtOnce(string declaration) => Assert.DoesNotContain("Piece", Print(declaration), StringComparison.Ordinal);

    private static string Print(string declaration) => GeneratorTester.Print($"using LossGen;\n[{declaration}]\npublic sealed partial class Example;")["Example.g.cs"];
}
