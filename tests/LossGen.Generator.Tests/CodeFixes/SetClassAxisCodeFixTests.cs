using FixTest = LossGen.Generator.Tests.Support.AttributeCodeFixTest<LossGen.CodeFixes.SetClassAxisCodeFixProvider>;

namespace LossGen.Generator.Tests.CodeFixes;

/// <summary>The fixes of LG0005 and LG0011: a class axis next to the batch.</summary>
public sealed class SetClassAxisCodeFixTests
{
    private const string Default = "LossGen.SetClassAxis.Default";
    private const string Before = "LossGen.SetClassAxis.Before";
    private const string Behind = "LossGen.SetClassAxis.Behind";

    [Theory]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, {|LG0005:Dim = 4|})]", "[SoftmaxLoss(Shape.Batch, 10)]", 1)]
    [InlineData("[SoftmaxLoss(21, 8, Shape.Batch, {|LG0005:Dim = -1|}, Weight = 2)]", "[SoftmaxLoss(21, 8, Shape.Batch, Weight = 2)]", 1)]
    [InlineData("[SoftmaxLoss(new[] { Shape.Batch, 10, 4 }, Weight = 2, {|LG0005:Dim = 0|})]", "[SoftmaxLoss(new[] { Shape.Batch, 10, 4 }, Weight = 2)]", 1)]
    [InlineData("[SoftmaxLoss(\n    Shape.Batch,\n    10,\n    {|LG0005:Dim = 4|})]", "[SoftmaxLoss(\n    Shape.Batch,\n    10)]", 1)]
    public Task RemovesDimWhereThereIsADefault(string attribute, string expected, int axis) =>
        FixTest.FixAsync(attribute, expected, Default, $"Remove Dim, as dimension {axis} is the default");

    [Theory]
    [InlineData("[SoftmaxLoss(3, {|LG0011:Shape.Batch|}, 5)]", "[SoftmaxLoss(3, Shape.Batch, 5, Dim = 0)]", 0)]
    [InlineData("[SoftmaxLoss(3, 4, {|LG0011:Shape.Batch|}, 5, Weight = 2)]", "[SoftmaxLoss(3, 4, Shape.Batch, 5, Weight = 2, Dim = 1)]", 1)]
    [InlineData("[SoftmaxLoss([3, {|LG0011:Shape.Batch|}, 5])]", "[SoftmaxLoss([3, Shape.Batch, 5], Dim = 0)]", 0)]
    [InlineData("[SoftmaxLoss(3, Shape.Batch, 5, {|LG0005:Dim = 1|})]", "[SoftmaxLoss(3, Shape.Batch, 5, Dim = 0)]", 0)]
    public Task SetsDimBeforeTheBatch(string attribute, string expected, int axis) =>
        FixTest.FixAsync(attribute, expected, Before, $"Set Dim to {axis}, the dimension before the batch");

    [Theory]
    [InlineData("[SoftmaxLoss(3, {|LG0011:Shape.Batch|}, 5)]", "[SoftmaxLoss(3, Shape.Batch, 5, Dim = 2)]", 2)]
    [InlineData("[SoftmaxLoss(3, 4, Shape.Batch, 5, {|LG0005:Dim = /* which? */ 9|}, Weight = 2)]", "[SoftmaxLoss(3, 4, Shape.Batch, 5, Dim = /* which? */ 3, Weight = 2)]", 3)]
    public Task SetsDimBehindTheBatch(string attribute, string expected, int axis) =>
        FixTest.FixAsync(attribute, expected, Behind, $"Set Dim to {axis}, the dimension after the batch");

    [Fact]
    public Task FixesOneAfterTheOther() => FixTest.RunAsync(
        FixTest.Prelude + "[SoftmaxLoss(3, {|LG0011:Shape.Batch|}, 5)] partial class A;\n[SoftmaxLoss(2, 3, {|LG0011:Shape.Batch|}, 5)] partial class B;",
        FixTest.Prelude + "[SoftmaxLoss(3, Shape.Batch, 5, Dim = 2)] partial class A;\n[SoftmaxLoss(2, 3, Shape.Batch, 5, Dim = 3)] partial class B;",
        Behind);

    [Theory]
    [InlineData("[SoftmaxLoss({|LG0011:Shape.Batch|})]")]
    [InlineData("[SoftmaxLoss(Shape.Batch, {|LG0005:Dim = 1|})]")]
    public Task OffersNothingWithoutAnotherDimension(string attribute) => FixTest.OfferNothingAsync(attribute);

    [Fact]
    public void FixesItsIds() => FixTest.CheckProvider("LG0005", "LG0011");
}
