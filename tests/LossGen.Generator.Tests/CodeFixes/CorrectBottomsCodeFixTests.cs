using FixTest = LossGen.Generator.Tests.Support.AttributeCodeFixTest<LossGen.CodeFixes.CorrectBottomsCodeFixProvider>;

namespace LossGen.Generator.Tests.CodeFixes;

/// <summary>The fix of LG0007: an invalid name becomes a valid one.</summary>
public sealed class CorrectBottomsCodeFixTests
{
    private const string Key = "LossGen.CorrectBottoms";

    [Theory]
    [InlineData("new[] { {|LG0007:\"1x\"|}, \"y\" }", "new[] { \"_1x\", \"y\" }", "_1x")]
    [InlineData("new[] { \"x\", {|LG0007:\"class\"|} }", "new[] { \"x\", \"classInput\" }", "classInput")]
    [InlineData("new[] { \"x\", {|LG0007:\"@class\"|} }", "new[] { \"x\", \"classInput\" }", "classInput")]
    [InlineData("[\"x\", {|LG0007:\"ground truth of-it\"|}]", "[\"x\", \"groundTruthOfIt\"]", "groundTruthOfIt")]
    [InlineData("[{|LG0007:\"a\\u200Db\"|}, \"y\"]", "[\"aB\", \"y\"]", "aB")]
    [InlineData("new string[] { {|LG0007:\"\"|}, \"y\" }", "new string[] { \"logits\", \"y\" }", "logits")]
    [InlineData("new string[2] { \"x\", {|LG0007:null!|} }", "new string[2] { \"x\", \"labels\" }", "labels")]
    [InlineData("[\"x\", {|LG0007:\"x\"|}]", "[\"x\", \"x2\"]", "x2")]
    [InlineData("[\"x\", {|LG0007:nameof(Shape) + \"!\"|}]", "[\"x\", \"Shape\"]", "Shape")]
    [InlineData("[\"x\", {|LG0007:\"xGradient\"|}]", "[\"x\", \"xGradient2\"]", "xGradient2")]
    [InlineData("[{|LG0007:\"yGradient\"|}, \"y\"]", "[\"yGradient2\", \"y\"]", "yGradient2")]
    [InlineData("[\"x\", /* truth */ {|LG0007:\"weights\"|}], Weighting = WeightingMode.PerPrediction", "[\"x\", /* truth */ \"weights2\"], Weighting = WeightingMode.PerPrediction", "weights2")]
    public Task Corrects(string bottoms, string expected, string name) => FixTest.FixAsync(
        "[SoftmaxLoss(Shape.Batch, 3, Bottoms = " + bottoms + ")]",
        "[SoftmaxLoss(Shape.Batch, 3, Bottoms = " + expected + ")]",
        Key,
        "Name it '" + name + "'");

    [Theory]
    [InlineData("[\"x\", \"y\", {|LG0007:\"x\"|}]", "[\"x\", \"y\", \"x2\"]", "x2")]
    [InlineData("[\"x\", {|LG0007:\"\"|}, \"y\"]", "[\"x\", \"second\", \"y\"]", "second")]
    public Task CorrectsOneOfThree(string bottoms, string expected, string name) => FixTest.FixAsync(
        "[MarginRankingLoss(Bottoms = " + bottoms + ")]",
        "[MarginRankingLoss(Bottoms = " + expected + ")]",
        Key,
        "Name it '" + name + "'");

    /// <summary>Two wrong names of one loss end up compatible, whichever is corrected first.</summary>
    [Theory]
    [InlineData("[{|LG0007:\"if\"|}, {|LG0007:\"if\"|}]", "[\"ifInput\", \"ifInput2\"]")]
    [InlineData("[{|LG0007:\"\"|}, {|LG0007:\" \"|}]", "[\"logits\", \"labels\"]")]
    [InlineData("[{|LG0007:\"y-gradient\"|}, {|LG0007:\"y-\"|}]", "[\"yGradient2\", \"y\"]")]
    public Task CorrectsBoth(string bottoms, string expected) => FixTest.RunAsync(
        FixTest.Prelude + "[SoftmaxLoss(Shape.Batch, 3, Bottoms = " + bottoms + ")] partial class A;\n[SoftmaxLoss(Shape.Batch, 3, Bottoms = " + bottoms + ")] partial class B;",
        FixTest.Prelude + "[SoftmaxLoss(Shape.Batch, 3, Bottoms = " + expected + ")] partial class A;\n[SoftmaxLoss(Shape.Batch, 3, Bottoms = " + expected + ")] partial class B;",
        Key);

    [Theory]
    [InlineData("[SquareLoss({|LG0007:Bottoms = null!|})]")]
    [InlineData("[SquareLoss({|LG0007:Bottoms = [\"x\"]|})]")]
    [InlineData("[SquareLoss({|LG0007:Bottoms = new[] { \"x\", \"y\", \"z\" }|})]")]
    public Task OffersNothingForAnotherNumberOfNames(string attribute) => FixTest.OfferNothingAsync(attribute);

    [Fact]
    public void FixesItsIds() => FixTest.CheckProvider("LG0007");
}
