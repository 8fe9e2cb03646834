using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>LG0031 and LG0032 for custom losses along an axis, and LG0022, which they do not report.</summary>
public sealed class AxisFormulaTests
{
    private const string Indexed = "an element of a span is x[i] with the index of a loop over it, x[label], or x[0] with a number that is known at compile time";
    private const string Whole = "a loop over a span runs from a known index to another, in steps of 1: for (int i = 0; i < x.Length; i++) or foreach (float v in x)";
    private const string Carried = "is no accumulation: in a loop over a span a variable becomes s + f, s - f, Max(s, f) or Min(s, f) with f that does not depend on the steps before";

    [Theory]
    [InlineData("=> x[[|3|]];", "the axis has 3 elements, from 0 to 2")]
    [InlineData("=> x[[|-1|]];", "the axis has 3 elements, from 0 to 2")]
    [InlineData("=> x[[|label + 1|]];", Indexed)]
    [InlineData("=> x[[|(int)x[0]|]];", Indexed)]
    [InlineData("{ float s = 0; [|for (int i = 1; i <= x.Length; i++) { s += x[i]; }|] return s; }", Whole)]
    [InlineData("{ float s = 0; [|for (int i = label; i < x.Length - 1; i += 3) { s += x[i]; }|] return s; }", Whole)]
    [InlineData("{ float s = 0; [|for (int i = 0; i < x.Length; i += 2) { s += x[i]; }|] return s; }", Whole)]
    [InlineData("{ float s = 0; [|for (int i = 0; i < x.Length; i++) { s += x[i]; i += 1; }|] return s; }", Whole)]
    [InlineData("{ float s = 0; foreach (float a in x) { [|for (int j = 0; j < x.Length; j += 2) { s += a * x[j]; }|] } return s; }", Whole)]
    [InlineData("{ float s = 0; foreach (float a in x) { float t = 1; [|foreach (float b in x) { t *= a + b; }|] s += t; } return s; }", "'t' " + Carried)]
    [InlineData("{ float s = 1; [|foreach (float a in x) { s *= a; }|] return s; }", "'s' " + Carried)]
    [InlineData("{ float s = 1; [|foreach (float a in x) { s = a; }|] return s; }", "'s' " + Carried)]
    [InlineData("{ float s = 1; [|foreach (float a in x) { if (s > 2) { s += a; } }|] return s; }", "'s' " + Carried)]
    [InlineData("{ float s = 0, t = 0; [|foreach (float a in x) { s += a; t += s; }|] return t; }", "'t' " + Carried)]
    [InlineData("{ float s = 0; [|foreach (float a in x) { s += a; s = MathF.Max(s, a); }|] return s; }", "'s' " + Carried)]
    [InlineData("{ bool n = false; [|foreach (float a in x) { if (a > 0) { n = true; } }|] return n ? x[0] : 0; }", "'n' is carried from step to step, and has to be a float, a double or an int")]
    [InlineData("{ int n = 0; [|foreach (float a in x) { n = 2 * n + 1; }|] return x[0] * n; }", "'n' " + Carried)]
    [InlineData("{ foreach (float a in x) { if (a > 1) { [|break;|] } } return x[0]; }", "a formula has no jumps: write if, else and return")]
    [InlineData("{ [|foreach (float a in x) { return a; }|] return x[0]; }", "a loop of a formula does not return: return after it")]
    [InlineData("{ float s = 0; for (int i = 0; i < x.Length; i++) { if ([|i % label|] == 0) { s += x[i]; } } return s; }", "integers of a formula are compared, added, subtracted and multiplied, and those that are not negative divided by known ones; convert others first, as in (float)i, where MathF.Floor gives whole numbers")]
    [InlineData("=> label is [|int n|] ? x[0] : x[1];", "a pattern of a formula compares with constants (< 0, >= 1, 2, and, or, not, _)")]
    public async Task Refused(string body, string reason)
    {
        string message = Assert.Single(await DiagnosticTester.ExpectAsync("LG0032", Loss("ReadOnlySpan<float> x, int label", body)));
        Assert.EndsWith(reason, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("decimal [|x|]", "parameter 'x' is of type decimal, but an input is a ReadOnlySpan<T>, or one T for each location, of float, double, sbyte, byte, short, ushort, int, uint, long or bool; a number for all locations is marked with [Parameter]")]
    [InlineData("ReadOnlySpan<double> [|x|]", "parameter 'x' has another type than the result: the first input, its gradient and the value are of one type")]
    [InlineData("int [|label|], ReadOnlySpan<float> x", "parameter 'label' is a label, which follows the spans")]
    [InlineData("float [|x|]", "parameter 'x' is a number for each location, which follows the spans; mark it with [Parameter] if it is one number for all locations")]
    [InlineData("ReadOnlySpan<float> x, ReadOnlySpan<ulong> [|y|]", "parameter 'y' is of type System.ReadOnlySpan<ulong>, but an input is a ReadOnlySpan<T>, or one T for each location, of float, double, sbyte, byte, short, ushort, int, uint, long or bool; a number for all locations is marked with [Parameter]")]
    [InlineData("ReadOnlySpan<float> x, [Parameter] ReadOnlySpan<float> [|weights|] = default", "parameter 'weights' has a default value, but there is none for a number per class: remove it")]
    [InlineData("ReadOnlySpan<float> x, ReadOnlySpan<float> [|xGradient|]", "'xGradient' is the name of the gradient of 'x', and cannot be that of another parameter")]
    [InlineData("in ReadOnlySpan<float> [|x|]", "parameter 'x' is not passed by value")]
    [InlineData("ReadOnlySpan<float> x, int [|label|] = 0", "parameter 'label' has a default value, but is an input: mark it with [Parameter] if it is one number for all locations")]
    public async Task Signature(string parameters, string reason) => Assert.Contains(
        await DiagnosticTester.ExpectAsync("LG0031", Loss(parameters, "=> 0;")),
        message => message.EndsWith(reason, StringComparison.Ordinal));

    [Fact]
    public async Task ThereIsAnInput() => Assert.EndsWith(
        "its first parameters have to be inputs, each a ReadOnlySpan<T> of the type of its result",
        Assert.Single(await DiagnosticTester.ExpectAsync("LG0031", "using System;\n[AxisLoss(Shape.Batch, 3)] partial class Loss { [Formula] static float [|Value|]([Parameter] float a) => a; }")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Shape.Batch, 1", "{ float s = 0; foreach (float a in x) { s += a * a; } return s - x[label]; }")]
    [InlineData("Shape.Batch, 3", "{ float s = 0; foreach (var a in x) s += a; return s * x[0] * label; }")]
    [InlineData("Shape.Batch, 3", "{ float s = 0, t = 0; for (int i = 0; x.Length > i; ++i) { s += x[i]; } return s + t + x[label]; }")]
    [InlineData("Shape.Batch, 3", "{ double s = 0; for (var i = 0; i < x.Length; i++) { s += x[i] * (double)x[i]; } return (float)Math.Sqrt(s) - x[label]; }")]
    public Task IsCompiled(string shape, string body) =>
        DiagnosticTester.ExpectValidAsync($"using System;\n[AxisLoss({shape})] partial class Loss {{ [Formula] static float Value(ReadOnlySpan<float> x, int label) {body} }}");

    private static string Loss(string parameters, string body) => $"using System;\n[AxisLoss(Shape.Batch, 3)] partial class Loss {{ [Formula] static float Value({parameters}) {body} }}";
}
