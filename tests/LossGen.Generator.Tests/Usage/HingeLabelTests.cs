using LossGen.CodeFixes;
using LossGen.Generator.Analyzers;
using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Usage;

/// <summary>LG0106 and its fix: hinge labels 0 and 1 in place of −1 and 1.</summary>
public sealed class HingeLabelTests
{
    [Theory]
    [InlineData("float v = loss.Forward(x, [1, [|0|], 0]);", "1")]
    [InlineData("float v = loss.Forward(x, new[] { [|0f|], 1f });", "0")]
    [InlineData("loss.Backward(x, stackalloc float[] { [|0|] }, g);", "0")]
    [InlineData("float[] l = [1, 0]; float v = loss.Forward(x, [|l|]);", "1")]
    public Task ZeroAndOne(string statements, string index) =>
        UsageTester.ExpectAsync("LG0106", "HingeLoss", statements, "Element " + index + " of 'label' is 0, but hinge labels must be -1 or 1");

    [Theory]
    [InlineData("float v = loss.Forward(x, [1, -1]);")]
    [InlineData("float v = loss.Forward(x, [1, 1]);")]
    [InlineData("float v = loss.Forward(x, [1, -1, 0]);")]
    [InlineData("float v = loss.Forward(x, [1, 0, x[0]]);")]
    [InlineData("float v = loss.Forward(x, new float[2]);")]
    [InlineData("float[] l = [1, 0]; l[1] = -1; float v = loss.Forward(x, l);")]
    [InlineData("float v = loss.Forward([1, 0], [1, -1]);")]
    public Task NotForCertain(string statements) => UsageTester.ExpectNothingAsync("HingeLoss", statements);

    [Fact]
    public Task OtherLosses() => UsageTester.ExpectNothingAsync("BinaryCrossEntropyLoss", "float v = loss.Forward(x, [1, 0]);");

    [Theory]
    [InlineData("float v = loss.Forward(x, [1, {|LG0106:0|}, /* here */ 0]);", "float v = loss.Forward(x, [1, -1, /* here */ -1]);")]
    [InlineData("float v = loss.Forward(x, new[] { {|LG0106:0f|}, 1f, 0.0F });", "float v = loss.Forward(x, new[] { -1f, 1f, -1.0F });")]
    [InlineData("const float no = 0; float v = loss.Forward(x, [1, {|LG0106:no|}, 0]);", null)]
    [InlineData("float[] l = [1, 0, .0f]; float v = loss.Forward(x, {|LG0106:l|}); float u = loss.Forward(y, {|LG0106:l|});", "float[] l = [1, -1, -1.0f]; float v = loss.Forward(x, l); float u = loss.Forward(y, l);", 1)]
    [InlineData("float[] l = [1, 0]; float v = loss.Forward(x, {|LG0106:l|}); float sum = l[0] + l.Length;", null)]
    [InlineData("float[] l = [1, 0]; float v = loss.Forward(x, {|LG0106:l|}) + other.Forward(x, l);", null)]
    [InlineData("float v = loss.Forward(x, [1, {|LG0106:0|}]); float u = loss.Forward(y, [{|LG0106:0|}]);", "float v = loss.Forward(x, [1, -1]); float u = loss.Forward(y, [-1]);", 2)]
    public Task Fix(string statements, string? expected, int steps = 1)
    {
        var test = new UsageCodeFixTest<HingeLabelAnalyzer, RescaleHingeLabelsCodeFixProvider>(Source(statements), Source(expected ?? statements));
        if (expected is not null)
        {
            test.NumberOfIncrementalIterations = steps;
        }

        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static string Source(string statements) =>
        "using LossGen;\n\n[HingeLoss]\npublic sealed partial class Loss;\n\n[BinaryCrossEntropyLoss]\npublic sealed partial class Other;\n\nclass Program\n{\n    void Run(Loss loss, Other other, float[] x, float[] y)\n    {\n        " + statements + "\n    }\n}\n";
}
