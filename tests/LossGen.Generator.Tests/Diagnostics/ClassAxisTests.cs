using LossGen.Generator.Declarations;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>LG0005, LG0011 and LG0022, and the class axis of a valid declaration.</summary>
public sealed class ClassAxisTests
{
    [Theory]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, [|Dim = 0|])]", "Dim is 0, the batch, but the class axis of (Batch, 10) can only be 1, -1")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, [|Dim = -2|])]", "Dim is -2, the batch, but the class axis of (Batch, 10) can only be 1, -1")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, [|Dim = 2|])]", "Dim is 2, beyond the 2 dimensions, but the class axis of (Batch, 10) can only be 1, -1")]
    [InlineData("[SoftmaxLoss(3, Shape.Batch, 5, [|Dim = -4|])]", "Dim is -4, beyond the 3 dimensions, but the class axis of (3, Batch, 5) can only be 0, 2, -3, -1")]
    [InlineData("[SoftmaxLoss(3, Shape.Batch, 5, [|Dim = 1|])]", "Dim is 1, the batch, but the class axis of (3, Batch, 5) can only be 0, 2, -3, -1")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, [|Dim = int.MinValue|])]", "Dim is -2147483648, beyond the 2 dimensions, but the class axis of (Batch, 10) can only be 1, -1")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, [|Dim = int.MaxValue|])]", "Dim is 2147483647, beyond the 2 dimensions, but the class axis of (Batch, 10) can only be 1, -1")]
    [InlineData("[SoftmaxLoss(Shape.Batch, [|Dim = 0|])]", "Dim is 0, the batch, but the class axis of (Batch) can only be a further dimension, which has to be added")]
    [InlineData("[SoftmaxLoss(Shape.Batch, [|Dim = 1|])]", "Dim is 1, beyond the only dimension, but the class axis of (Batch) can only be a further dimension, which has to be added")]
    public Task DimIsNoClassAxis(string attribute, string message) =>
        DiagnosticTester.ExpectAsync("LG0005", attribute + " sealed partial class Loss;", message);

    [Theory]
    [InlineData("[SoftmaxLoss(3, [|Shape.Batch|], 5)]", "(3, Batch, 5)", "the batch stands between two dimensions, so name the axis of the classes, with Dim = 0 or Dim = 2 for the ones beside it")]
    [InlineData("[SoftmaxLoss(3, 4, [|Shape.Batch|], 5, Weight = 2)]", "(3, 4, Batch, 5)", "the batch stands between two dimensions, so name the axis of the classes, with Dim = 1 or Dim = 3 for the ones beside it")]
    [InlineData("[SoftmaxLoss([|Shape.Batch|])]", "(Batch)", "add a dimension for the classes, as in (Shape.Batch, 10)")]
    public Task NoDefault(string attribute, string shape, string advice) => DiagnosticTester.ExpectAsync(
        "LG0011",
        attribute + " sealed partial class Loss;",
        "The shape " + shape + " has no default class axis: " + advice);

    [Theory]
    [InlineData("[SoftmaxLoss(Shape.Batch, [|1|])]", "1 of the shape (Batch, 1)", "the softmax is always 1 and the loss 0")]
    [InlineData("[SoftlabelSoftmaxLoss(Shape.Batch, [|1|], 10, Element = ElementType.Double)]", "1 of the shape (Batch, 1, 10)", "the softmax is always 1 and the loss 0")]
    [InlineData("[MultinomialLogisticLoss(new[] { [|1|], Shape.Batch, 10 }, Dim = -3)]", "0 of the shape (1, Batch, 10)", "every label is 0")]
    public Task SingleClass(string attribute, string axis, string effect) => DiagnosticTester.ExpectWarningAsync(
        "LG0022",
        attribute + " sealed partial class Loss;",
        "Dimension " + axis + ", counted from 0, is the class axis and has size 1, so " + effect + ": a choice needs at least 2 classes");

    [Theory]
    [InlineData("Shape.Batch, 10", 1)]
    [InlineData("10, Shape.Batch", 0)]
    [InlineData("Shape.Batch, 21, 64, 64", 1)]
    [InlineData("21, 64, 10, Shape.Batch", 2)]
    [InlineData("Shape.Batch, 21, 64, 64, Dim = -1", 3)]
    [InlineData("Shape.Batch, 21, 64, 64, Dim = 2", 2)]
    [InlineData("3, Shape.Batch, 5, Dim = 0", 0)]
    [InlineData("3, Shape.Batch, 5, Dim = -3", 0)]
    [InlineData("3, Shape.Batch, 5, Dim = -1", 2)]
    [InlineData("Shape.Batch, 1, 5, Dim = 2", 2)]
    public async Task Axis(string arguments, int axis)
    {
        string source = "[SoftmaxLoss(" + arguments + ")] sealed partial class Loss;";
        await DiagnosticTester.ExpectValidAsync(source);

        Compilation compilation = Compilations.Create(Compilations.Parse("using LossGen;" + source));
        Assert.Equal(axis, LossParser.Parse(compilation.GetTypeByMetadataName("Loss")!, model: null, TestContext.Current.CancellationToken).Spec!.Shape.ClassAxis);
    }
}
