using FixTest = LossGen.Generator.Tests.Support.AttributeCodeFixTest<LossGen.CodeFixes.RemoveOptionCodeFixProvider>;

namespace LossGen.Generator.Tests.CodeFixes;

/// <summary>The fix of LG0020 and LG0024: an option without effect is removed.</summary>
public sealed class RemoveOptionCodeFixTests
{
    private const string Key = "LossGen.RemoveOption.";

    [Theory]
    [InlineData("[SoftmaxLoss(Shape.Batch, 3, {|LG0024:Normalize = WeightNormalization.Global|})]", "[SoftmaxLoss(Shape.Batch, 3)]")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 3, {|LG0024:Normalize = WeightNormalization.None|}, Weight = 2)]", "[SoftmaxLoss(Shape.Batch, 3, Weight = 2)]")]
    public Task RemovesNormalize(string attribute, string expected) => FixTest.FixAsync(attribute, expected, Key + "Normalize", "Remove Normalize");

    [Theory]
    [InlineData("[SoftmaxLoss(Shape.Batch, 3, {|LG0020:Weights = new[] { 1.0, 2, 3 }|}, Weight = 2)]", "[SoftmaxLoss(Shape.Batch, 3, Weight = 2)]")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 3, Weighting = WeightingMode.PerPrediction, {|LG0020:Weights = []|})]", "[SoftmaxLoss(Shape.Batch, 3, Weighting = WeightingMode.PerPrediction)]")]
    public Task RemovesWeights(string attribute, string expected) => FixTest.FixAsync(attribute, expected, Key + "Weights", "Remove Weights");

    [Fact]
    public Task FixesOneAfterTheOther() => FixTest.RunAsync(
        FixTest.Prelude + "[SoftmaxLoss(Shape.Batch, 3, {|LG0024:Normalize = WeightNormalization.Global|})] partial class A;\n[MultinomialLogisticLoss(Shape.Batch, 3, {|LG0024:Normalize = 0|})] partial class B;",
        FixTest.Prelude + "[SoftmaxLoss(Shape.Batch, 3)] partial class A;\n[MultinomialLogisticLoss(Shape.Batch, 3)] partial class B;",
        Key + "Normalize");

    [Fact]
    public void FixesItsIds() => FixTest.CheckProvider("LG0020", "LG0024");
}
