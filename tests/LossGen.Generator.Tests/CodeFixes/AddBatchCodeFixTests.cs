using FixTest = LossGen.Generator.Tests.Support.AttributeCodeFixTest<LossGen.CodeFixes.AddBatchCodeFixProvider>;

namespace LossGen.Generator.Tests.CodeFixes;

/// <summary>The fixes of LG0003 without a batch: the batch as one more dimension, or in place of the first.</summary>
public sealed class AddBatchCodeFixTests
{
    private const string Prepend = "LossGen.AddBatch.Prepend";
    private const string Replace = "LossGen.AddBatch.Replace";

    [Theory]
    [InlineData("[SoftmaxLoss({|LG0003:10|})]", "[SoftmaxLoss(Shape.Batch, 10)]")]
    [InlineData("[SoftmaxLoss({|LG0003:32, 10|}, Weight = 2)]", "[SoftmaxLoss(Shape.Batch, 32, 10, Weight = 2)]")]
    [InlineData("[SquareLoss({|LG0003:new[] { 3, 4 }|})]", "[SquareLoss(new[] { Shape.Batch, 3, 4 })]")]
    [InlineData("[SquareLoss({|LG0003:new int[] { 3 }|})]", "[SquareLoss(new int[] { Shape.Batch, 3 })]")]
    [InlineData("[SquareLoss({|LG0003:[3, 4]|})]", "[SquareLoss([Shape.Batch, 3, 4])]")]
    [InlineData("[SquareLoss(\n    {|LG0003:3,\n    4|})]", "[SquareLoss(\n    Shape.Batch, 3,\n    4)]")]
    [InlineData("[LossGen.SquareLoss({|LG0003:3|})]", "[LossGen.SquareLoss(Shape.Batch, 3)]")]
    public Task Prepends(string attribute, string expected) => FixTest.FixAsync(attribute, expected, Prepend, "Add Shape.Batch in front");

    [Theory]
    [InlineData("[SoftmaxLoss({|LG0003:32, 10|}, Weight = 2)]", "[SoftmaxLoss(Shape.Batch, 10, Weight = 2)]", "32")]
    [InlineData("[SquareLoss({|LG0003:2 * 8|})]", "[SquareLoss(Shape.Batch)]", "2 * 8")]
    [InlineData("[SquareLoss({|LG0003:[3, 4]|})]", "[SquareLoss([Shape.Batch, 4])]", "3")]
    public Task Replaces(string attribute, string expected, string first) => FixTest.FixAsync(attribute, expected, Replace, "Replace " + first + " by Shape.Batch");

    /// <summary>The name is qualified as far as necessary.</summary>
    [Fact]
    public Task NamesTheBatchInFullWhereNothingIsImported() => FixTest.RunAsync(
        "[LossGen.SquareLoss({|LG0003:3|})] partial class Loss;",
        "[LossGen.SquareLoss(LossGen.Shape.Batch, 3)] partial class Loss;",
        Prepend);

    [Fact]
    public Task FixesOneAfterTheOther() => FixTest.RunAsync(
        FixTest.Prelude + "[SoftmaxLoss({|LG0003:32, 10|})] partial class A;\n[SquareLoss({|LG0003:3|})] partial class B;",
        FixTest.Prelude + "[SoftmaxLoss(Shape.Batch, 32, 10)] partial class A;\n[SquareLoss(Shape.Batch, 3)] partial class B;",
        Prepend);

    [Theory]
    [InlineData("[{|LG0003:SoftmaxLoss|}]")]
    [InlineData("[SoftmaxLoss({|LG0003:null!|})]")]
    [InlineData("[SoftmaxLoss({|LG0003:new int[0]|})]")]
    [InlineData("[SoftmaxLoss({|LG0003:new int[2] { 32, 10 }|})]")]
    [InlineData("[SquareLoss(Shape.Batch, {|LG0003:Shape.Batch|})]")]
    public Task OffersNothingWhereItIsNotMissingOrTheDimensionsAreNotListed(string attribute) => FixTest.OfferNothingAsync(attribute);

    [Fact]
    public void FixesItsIds() => FixTest.CheckProvider("LG0003");
}
