using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>LG0003, LG0004, LG0010 and LG0021: the dimensions.</summary>
public sealed class ShapeDiagnosticsTests
{
    [Theory]
    [InlineData("[SoftmaxLoss([|3, 4|])]", "The shape (3, 4) must have exactly one dimension Shape.Batch, but has none: the number of samples, which each call decides, is written Shape.Batch")]
    [InlineData("[SquareLoss([|3|])]", "The shape (3) must have exactly one dimension Shape.Batch, but has none: the number of samples, which each call decides, is written Shape.Batch")]
    [InlineData("[[|SoftmaxLoss|]]", "The shape () must have exactly one dimension Shape.Batch, but has none: list the dimensions, as in (Shape.Batch, 10)")]
    [InlineData("[[|SoftmaxLoss()|]]", "The shape () must have exactly one dimension Shape.Batch, but has none: list the dimensions, as in (Shape.Batch, 10)")]
    [InlineData("[[|SoftmaxLoss(Dim = 1)|]]", "The shape () must have exactly one dimension Shape.Batch, but has none: list the dimensions, as in (Shape.Batch, 10)")]
    [InlineData("[SoftmaxLoss([|new int[0]|])]", "The shape () must have exactly one dimension Shape.Batch, but has none: list the dimensions, as in (Shape.Batch, 10)")]
    [InlineData("[SoftmaxLoss([|null!|])]", "The shape null must have exactly one dimension Shape.Batch, but has none: list the dimensions, as in (Shape.Batch, 10)")]
    [InlineData("[SquareLoss([|null!|])]", "The shape null must have exactly one dimension Shape.Batch, but has none: list the dimensions, as in (Shape.Batch, 10)")]
    [InlineData("[SoftmaxLoss(Shape.Batch, [|Shape.Batch|], 10)]", "The shape (Batch, Batch, 10) must have exactly one dimension Shape.Batch, but has 2")]
    [InlineData("[SquareLoss(int.MinValue, [|Shape.Batch|])]", "The shape (Batch, Batch) must have exactly one dimension Shape.Batch, but has 2")]
    [InlineData("[SquareLoss(new[] { Shape.Batch, [|Shape.Batch|] })]", "The shape (Batch, Batch) must have exactly one dimension Shape.Batch, but has 2")]
    [InlineData("[SquareLoss(shape: new int[] { Shape.Batch, [|Shape.Batch|] })]", "The shape (Batch, Batch) must have exactly one dimension Shape.Batch, but has 2")]
    [InlineData("[SquareLoss([Shape.Batch, [|Shape.Batch|]])]", "The shape (Batch, Batch) must have exactly one dimension Shape.Batch, but has 2")]
    public Task NotOneBatch(string attribute, string message) =>
        DiagnosticTester.ExpectAsync("LG0003", attribute + " sealed partial class Loss;", message);

    [Fact]
    public async Task EachFurtherBatchIsReported() => Assert.All(
        await DiagnosticTester.ExpectAsync("LG0003", "[SquareLoss(Shape.Batch, [|Shape.Batch|], 3, [|Shape.Batch|])] sealed partial class Loss;"),
        static message => Assert.Equal("The shape (Batch, Batch, 3, Batch) must have exactly one dimension Shape.Batch, but has 3", message));

    [Theory]
    [InlineData("[SoftmaxLoss(Shape.Batch, [|0|])]", "Dimension 1 of the shape (Batch, 0), counted from 0, is 0, but must be at least 1 or Shape.Batch")]
    [InlineData("[SoftmaxLoss([|-1|], Shape.Batch)]", "Dimension 0 of the shape (-1, Batch), counted from 0, is -1, but must be at least 1 or Shape.Batch")]
    [InlineData("[SquareLoss(Shape.Batch, 3, [|2 - 4|], Weight = 2)]", "Dimension 2 of the shape (Batch, 3, -2), counted from 0, is -2, but must be at least 1 or Shape.Batch")]
    [InlineData("[SquareLoss(new[] { Shape.Batch, [|0|] })]", "Dimension 1 of the shape (Batch, 0), counted from 0, is 0, but must be at least 1 or Shape.Batch")]
    [InlineData("[SquareLoss(Shape.Batch, [|int.MinValue + 1|])]", "Dimension 1 of the shape (Batch, -2147483647), counted from 0, is -2147483647, but must be at least 1 or Shape.Batch")]
    public Task DimensionBelowOne(string attribute, string message) =>
        DiagnosticTester.ExpectAsync("LG0004", attribute + " sealed partial class Loss;", message);

    [Theory]
    [InlineData("[SoftmaxLoss([|Shape.Batch, 65536, 32768|])]", "(Batch, 65536, 32768)", "2147483648")]
    [InlineData("[SquareLoss([|int.MaxValue, Shape.Batch, int.MaxValue, int.MaxValue, int.MaxValue|], Weight = 1)]", "(2147483647, Batch, 2147483647, 2147483647, 2147483647)", "21267647892944572736998860269687930881")]
    public Task DataPointTooLarge(string attribute, string shape, string elements) => DiagnosticTester.ExpectAsync(
        "LG0010",
        attribute + " sealed partial class Loss;",
        "One data point of the shape " + shape + " has " + elements + " elements, but a span holds at most 2147483647");

    [Theory]
    [InlineData("[SquareLoss([|Shape.Batch, 2, 2, 2, 2, 2, 2, 2, 2|])]", "9")]
    [InlineData("[SoftmaxLoss([|new[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, -1 }|], Weight = 2)]", "10")]
    public Task RankTooHigh(string attribute, string rank) => DiagnosticTester.ExpectAsync(
        "LG0021",
        attribute + " sealed partial class Loss;",
        "The shape has " + rank + " dimensions, but can have at most 8");

    [Theory]
    [InlineData("[SquareLoss]")]
    [InlineData("[SquareLoss()]")]
    [InlineData("[SquareLoss(Weight = 2)]")]
    [InlineData("[SquareLoss(Shape.Batch)]")]
    [InlineData("[SquareLoss(3, Shape.Batch, 4)]")]
    [InlineData("[SquareLoss(new int[0])]")]
    [InlineData("[SquareLoss(shape: new[] { Shape.Batch, 3 })]")]
    [InlineData("[SquareLoss([Shape.Batch, 3])]")]
    [InlineData("[SquareLoss(Shape.Batch, int.MaxValue)]")]
    [InlineData("[SquareLoss(Shape.Batch, 65536, 32767)]")]
    [InlineData("[SquareLoss(Shape.Batch, 1)]")]
    [InlineData("[SquareLoss(1, 1, 1, 1, 1, 1, 1, Shape.Batch)]")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2 * 5)]")]
    [InlineData("[SoftmaxLoss('a', Shape.Batch)]")]
    public Task ValidShape(string attribute) => DiagnosticTester.ExpectValidAsync(attribute + " sealed partial class Loss;");
}
