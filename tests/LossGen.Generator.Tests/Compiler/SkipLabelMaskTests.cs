using LossGen.Generator.Lowering.Printing;
using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Compiler;

/// <summary>In which rows only the step that has the label is compared with it.</summary>
public sealed class SkipLabelMaskTests
{
    // Of the 200 classes 192 are in six steps, of the 128 all in the fewest; 30,000 are in pieces.
    [Theory]
    [InlineData(200)]
    [InlineData(SkipLabelMasks.FewestSteps * 32)]
    [InlineData(30_000)]
    public void LongOnes(int classes)
    {
        string file = Print($"SoftmaxLoss(Shape.Batch, {classes})");
        Assert.Equal(2, file.Split('\n').Count(static line => line.Trim() == "if (unchecked(label - classIndex) < 32)"));
        Assert.Contains("Vector256<float> otherExponential3 = exponential3;", file, StringComparison.Ordinal);
    }

    [Fact]
    public void OfDoublesToo() => Assert.Contains("if (unchecked(label - classIndex) < 16)", Print("SoftmaxLoss(Shape.Batch, 200, Element = ElementType.Double)"), StringComparison.Ordinal);

    // A branch per row pays for no fewer steps; in a tile, each lane has a label of its own.
    [Theory]
    [InlineData("SoftmaxLoss(Shape.Batch, 127)")]
    [InlineData("SoftmaxLoss(Shape.Batch, 200, 3, Dim = 1)")]
    public void NoOthers(string declaration) => Assert.DoesNotContain("if (unchecked(label - classIndex)", Print(declaration), StringComparison.Ordinal);

    private static string Print(string declaration) => GeneratorTester.Print($"using LossGen;\n[{declaration}]\npublic sealed partial class Example;")["Example.g.cs"];
}
