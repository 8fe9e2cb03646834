using LossGen.Generator.Declarations;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>LG0005 and LG0011, and which axis a valid declaration means.</summary>
public sealed class ClassAxisTests
{
    [Theory]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, [|Dim = 0|])]", "Dim is 0, but the class axis of (Batch, 10) can only be 1, -1")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, [|Dim = -2|])]", "Dim is -2, but the class axis of (Batch, 10) can only be 1, -1")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, [|Dim = 2|])]", "Dim is 2, but the class axis of (Batch, 10) can only be 1, -1")]
    [InlineData("[SoftmaxLoss(3, Shape.Batch, 5, [|Dim = -4|])]", "Dim is -4, but the class axis of (3, Batch, 5) can only be 0, 2, -3, -1")]
    [InlineData("[SoftmaxLoss(3, Shape.Batch, 5, [|Dim = 1|])]", "Dim is 1, but the class axis of (3, Batch, 5) can only be 0, 2, -3, -1")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, [|Dim = int.MinValue|])]", "Dim is -2147483648, but the class axis of (Batch, 10) can only be 1, -1")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, [|Dim = int.MaxValue|])]", "Dim is 2147483647, but the class axis of (Batch, 10) can only be 1, -1")]
    [InlineData("[SoftmaxLoss(Shape.Batch, [|Dim = 0|])]", "Dim is 0, but the class axis of (Batch) can only be a further dimension, which has to be added")]
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
    [InlineData("Shape.Batch, 10", 1)]
    [InlineData("10, Shape.Batch", 0)]
    [InlineData("Shape.Batch, 21, 64, 64", 1)]
    [InlineData("21, 64, 10, Shape.Batch", 2)]
    [InlineData("Shape.Batch, 21, 64, 64, Dim = -1", 3)]
    [InlineData("Shape.Batch, 21, 64, 64, Dim = 2", 2)]
    [InlineData("3, Shape.Batch, 5, Dim = 0", 0)]
    [InlineData("3, Shape.Batch, 5, Dim = -3", 0)]
    [InlineData("3, Shape.Batch, 5, Dim = -1", 2)]
    public async Task Axis(string arguments, int axis)
    {
        string source = "[SoftmaxLoss(" + arguments + ")] sealed partial class Loss;";
        await DiagnosticTester.ExpectValidAsync(source);

        Compilation compilation = Compilations.Create(Compilations.Parse("using LossGen;" + source));
        Assert.Equal(axis, LossParser.Parse(compilation.GetTypeByMetadataName("Loss")!, TestContext.Current.CancellationToken).Spec!.Shape.ClassAxis);
    }
}
