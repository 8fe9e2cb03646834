using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>LG0017, LG0018 and LG0019: how many constant weights there are, what each is, and what they sum to.</summary>
public sealed class ConstantWeightsTests
{
    private const string Location = " at location ";

    [Theory]
    [InlineData("Shape.Batch, 3, Weighting = WeightingMode.PerClass, [|Weights = new[] { 1.0, 2 }|]", "2 elements", "PerClass needs 3, one for each class of the shape (Batch, 3)")]
    [InlineData("Shape.Batch, 3, 4, [|Weights = new double[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }|], Weighting = WeightingMode.PerClass", "12 elements", "PerClass needs 3, one for each class of the shape (Batch, 3, 4)")]
    [InlineData("Shape.Batch, 3, 4, Dim = -1, Weighting = WeightingMode.PerClass, [|Weights = [1, 2, 3]|]", "3 elements", "PerClass needs 4, one for each class of the shape (Batch, 3, 4)")]
    [InlineData("Shape.Batch, 3, Weighting = WeightingMode.PerClass, [|Weights = []|]", "0 elements", "PerClass needs 3, one for each class of the shape (Batch, 3)")]
    [InlineData("Shape.Batch, 3, Weighting = WeightingMode.PerClass, [|Weights = null!|]", "null", "PerClass needs 3, one for each class of the shape (Batch, 3)")]
    [InlineData("3, Shape.Batch, 4, Dim = 0, Weighting = WeightingMode.PerDataPoint, [|Weights = new[] { 1.0 }|]", "1 element", "PerDataPoint needs 12, one for each element of a data point of the shape (3, Batch, 4)")]
    [InlineData("4, 3, Shape.Batch, Weighting = WeightingMode.PerDataPoint, [|Weights = default(double[])!|]", "null", "PerDataPoint needs 12, one for each element of a data point of the shape (4, 3, Batch)")]
    public Task WrongCount(string arguments, string found, string needed) => DiagnosticTester.ExpectAsync(
        "LG0017", Declare(arguments), "Weights has " + found + ", but WeightingMode." + needed);

    [Theory]
    [InlineData("Weights = new[] { [|-1.0|], 2, 3 }", "Weights[0] is -1")]
    [InlineData("Weights = new double[] { 1, [|-2|], 3 }", "Weights[1] is -2")]
    [InlineData("Weights = new double[3] { 1, 2, [|double.NaN|] }", "Weights[2] is NaN")]
    [InlineData("Weights = [1, [|double.PositiveInfinity|], 0]", "Weights[1] is Infinity")]
    [InlineData("Weights = [0, 0, [|-double.Epsilon|]]", "Weights[2] is -5E-324")]
    [InlineData("Weights = [0, 1, [|float.NegativeInfinity|]]", "Weights[2] is -Infinity")]
    public Task WeightOutOfRange(string weights, string found) => DiagnosticTester.ExpectAsync(
        "LG0018", Declare("Shape.Batch, 3, Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.None, " + weights), found + ", but must be at least 0 and finite");

    [Fact]
    public async Task EveryWeightOutOfRangeIsReported() => Assert.Equal(
        ["Weights[0] is -1, but must be at least 0 and finite", "Weights[2] is NaN, but must be at least 0 and finite"],
        await DiagnosticTester.ExpectAsync("LG0018", Declare("Shape.Batch, 3, Weighting = WeightingMode.PerDataPoint, Weights = [[|-1|], 0, [|0 / 0.0|]]")));

    [Theory]
    [InlineData("Shape.Batch, 3, Weighting = WeightingMode.PerClass, [|Weights = new double[] { 0, 0, 0 }|]", "", "Local")]
    [InlineData("Shape.Batch, 3, Weighting = WeightingMode.PerClass, [|Weights = new double[] { 0, 0, 0 }|], Normalize = WeightNormalization.Global", "", "Global")]
    [InlineData("Shape.Batch, 2, 2, Weighting = WeightingMode.PerClass, [|Weights = [-0.0, 0]|]", "", "Local")]
    [InlineData("Shape.Batch, 2, 2, Weighting = WeightingMode.PerDataPoint, Normalize = WeightNormalization.Global, [|Weights = new double[] { 0, 0, 0, 0 }|]", "", "Global")]
    [InlineData("Shape.Batch, 3, Weighting = WeightingMode.PerDataPoint, [|Weights = [0, 0, 0]|]", Location + "0 of the data point, whose class 0 is Weights[0]", "Local")]
    [InlineData("Shape.Batch, 2, 2, Weighting = WeightingMode.PerDataPoint, [|Weights = [1, 0, 1, 0]|]", Location + "1 of the data point, whose class 0 is Weights[1]", "Local")]
    [InlineData("Shape.Batch, 2, 2, Dim = 2, Weighting = WeightingMode.PerDataPoint, [|Weights = [1, 1, 0, 0]|]", Location + "1 of the data point, whose class 0 is Weights[2]", "Local")]
    [InlineData("2, 2, Shape.Batch, 2, Dim = 1, Weighting = WeightingMode.PerDataPoint, [|Weights = [1, 1, 1, 1, 1, 0, 1, 0]|]", Location + "3 of the data point, whose class 0 is Weights[5]", "Local")]
    [InlineData("2, 2, Shape.Batch, Weighting = WeightingMode.PerDataPoint, [|Weights = [0, 1, 0, 0]|]", Location + "1 of the data point, whose class 0 is Weights[2]", "Local")]
    public Task SumOfZero(string arguments, string place, string normalization) => DiagnosticTester.ExpectAsync(
        "LG0019",
        Declare(arguments),
        "Weights sum to 0" + place + ", but WeightNormalization." + normalization + " divides by that sum: make one of them positive, or set Normalize to WeightNormalization.None");

    [Theory]
    [InlineData("1, PerClass, null!", "LG0017", "Weights has null, but WeightingMode.PerClass needs one for each class")]
    [InlineData("1, PerDataPoint, new double[0]", "LG0017", "Weights has 0 elements, but WeightingMode.PerDataPoint needs one for each element of a data point")]
    [InlineData("1, PerDataPoint, new[] { 1.0, -1 }", "LG0018", "Weights[1] is -1, but must be at least 0 and finite")]
    [InlineData("1, PerDataPoint, new double[] { 0, 0, 0, 0, 0, 0, 0 }", "LG0019", "Weights sum to 0, but WeightNormalization.Local divides by that sum: make one of them positive, or set Normalize to WeightNormalization.None")]
    [InlineData("2, PerPrediction, new double[] { 0, 0, 0, 0, 0, 0, 0 }", "LG0020", "Weights are given, but Weighting is WeightingMode.PerPrediction: its weights come with each call, so set it to WeightingMode.PerClass or WeightingMode.PerDataPoint, or remove Weights")]
    public async Task WhatNeedsNoShapeIsReportedWithoutOne(string arguments, string id, string message)
    {
        string[] parts = arguments.Split(", ", 3);
        string source = "using LossGen; [SoftmaxLoss(" + parts[0] + ", Weighting = WeightingMode." + parts[1] + ", Weights = " + parts[2] + ")] partial class Loss;";

        Assert.Equal(
            ["LG0003", id + ": " + message],
            (await AnalyzerTester.AnalyzeAsync(source)).Select(static diagnostic =>
                diagnostic.Id == "LG0003" ? diagnostic.Id : diagnostic.Id + ": " + diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task CountAndRangeAreCheckedAtOnce()
    {
        string source = "using LossGen; [SoftmaxLoss(Shape.Batch, 3, Weighting = WeightingMode.PerClass, Weights = new[] { -1.0, 0 })] partial class Loss;";

        Assert.Equal(["LG0017", "LG0018"], (await AnalyzerTester.AnalyzeAsync(source)).Select(static diagnostic => diagnostic.Id));
    }

    [Theory]
    [InlineData("Shape.Batch, 3, Weighting = WeightingMode.PerClass, Weights = new[] { 1.0, 2, 3 }")]
    [InlineData("Shape.Batch, 3, Weighting = WeightingMode.PerClass, Weights = new double[] { 0, 0, 5e-324 }")]
    [InlineData("Shape.Batch, 3, Weighting = WeightingMode.PerClass, Weights = [1e300, 0, 'a'], Normalize = WeightNormalization.Global")]
    [InlineData("Shape.Batch, 3, Weighting = WeightingMode.PerClass, Weights = new double[] { 0, 0, 0 }, Normalize = WeightNormalization.None")]
    [InlineData("Shape.Batch, 2, 2, Weighting = WeightingMode.PerDataPoint, Weights = [1, 0, 0, 1]")]
    [InlineData("Shape.Batch, 2, 2, Weighting = WeightingMode.PerDataPoint, Weights = [1, 0, 1, 0], Normalize = WeightNormalization.Global")]
    [InlineData("Shape.Batch, 2, 2, Weighting = WeightingMode.PerDataPoint, Weights = new double[] { 0, 0, 0, 0 }, Normalize = WeightNormalization.None")]
    [InlineData("Shape.Batch, 2, 2, Dim = 2, Weighting = WeightingMode.PerDataPoint, Weights = [1, 0, 1, 0]")]
    public async Task ValidWeights(string arguments)
    {
        await DiagnosticTester.ExpectValidAsync(Declare(arguments));
        await DiagnosticTester.ExpectValidAsync("[MultinomialLogisticLoss(" + arguments + ", Element = ElementType.Double)] partial class Loss(int number) { public int Number => number; }");
    }

    private static string Declare(string arguments) => "[SoftmaxLoss(" + arguments + ")] sealed partial class Loss;";
}
