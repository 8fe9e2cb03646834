using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>LG0037, LG0038 and LG0039: what in a formula is most likely a mistake. Each is reported once, and the loss is still generated.</summary>
public sealed class FormulaWarningTests
{
    [Theory]
    [InlineData("", "=> [|1 / 2|] * x * y;", "'1 / 2'", "0, not 0.5: write 1f / 2")]
    [InlineData("", "=> x * y * ([|7 / 2|] + 1);", "'7 / 2'", "3, not 3.5: write 7f / 2")]
    [InlineData("", "=> x * y * (float)([|-1 / 3|]);", "'-1 / 3'", "0, not -0.333333: write (float)(-1) / 3")]
    [InlineData("", "=> x > y ? [|3 / 2|] : 1;", "'3 / 2'", "1, not 1.5: write 3f / 2")]
    [InlineData("", "=> x switch { > 0 => [|3 / 2|], _ => y };", "'3 / 2'", "1, not 1.5: write 3f / 2")]
    [InlineData("", "=> MathF.Pow(x, [|3 / 2|]) + y;", "'3 / 2'", "1, not 1.5: write 3f / 2")]
    [InlineData("", "=> (float)(x * y * ([|1 / 2|]) * 1.0);", "'1 / 2'", "0, not 0.5: write 1f / 2")]
    [InlineData("", "=> (float)(x * y * (1.0 + [|1 / 2|]));", "'1 / 2'", "0, not 0.5: write 1.0 / 2")]
    [InlineData("const int N = 3, M = 2; ", "=> x * y * ([|N / M|]);", "'N / M'", "1, not 1.5: write (float)N / M")]
    [InlineData("const float Half = [|1 / 2|]; ", "=> Half * x * y + Half;", "'1 / 2'", "0, not 0.5: write 1f / 2")]
    [InlineData("static readonly float Half = [|1 / 2|]; ", "=> Half * x * y + Half;", "'1 / 2'", "0, not 0.5: write 1f / 2")]
    [InlineData("", "{ const double half = [|1 / 2|]; return (float)half * x * y; }", "'1 / 2'", "0, not 0.5: write 1.0 / 2")]
    [InlineData("static float F(float a) => a * ([|1 / 2|]); ", "=> F(x) - F(y);", "'1 / 2'", "0, not 0.5: write 1f / 2")]
    public Task IntegerDivision(string members, string body, string division, string advice) =>
        DiagnosticTester.ExpectWarningAsync("LG0037", Source(members + "[Formula] static float Value(float x, float y) " + body), $"{division} divides integers and discards the remainder: it gives {advice}");

    [Theory]
    [InlineData("[Formula] static float Value(float x, [Parameter] float a = [|1 / 2|]) => a * x;", "1f / 2")]
    [InlineData("[Formula] static float Value(float x, [Parameter(Minimum = -1, Maximum = [|1 / 2|])] float a = 0) => a * x;", "1.0 / 2")]
    [InlineData("[Formula] static float Value(float x) => Other.Half * x; static class Other { public const float Half = [|1 / 2|]; }", "1f / 2")]
    public Task IntegerDivisionOfADeclaration(string members, string advice) =>
        DiagnosticTester.ExpectWarningAsync("LG0037", Source(members), $"'1 / 2' divides integers and discards the remainder: it gives 0, not 0.5: write {advice}");

    [Fact]
    public Task IntegerDivisionOutsideOfTheClass() => DiagnosticTester.ExpectWarningAsync(
        "LG0037",
        Source("[Formula] static float Value(float x, float y) => [|Other.Half(x)|] - y;") + " static class Other { public static float Half(float a) => a + 1 / 2 * a; }",
        "'1 / 2' in 'Other.Half' divides integers and discards the remainder: it gives 0, not 0.5: write 1f / 2");

    [Theory]
    [InlineData("=> 4 / 2 * x * y;")]
    [InlineData("=> 1f / 2 * x * y;")]
    [InlineData("=> x / 2 * y;")]
    [InlineData("=> x * y * N;")]
    [InlineData("=> (1 / 2 > 0 ? x : y) + x * y;")]
    [InlineData("=> x - y; static float Unused() => 1 / 2;")]
    public Task ExactOrMeantToBeAnInteger(string body) => DiagnosticTester.ExpectValidAsync(Source("const int N = 7 / 2; [Formula] static float Value(float x, float y) " + body));

    [Theory]
    [InlineData("static float Value(float x, float [|y|]) => x;", "input 'y'")]
    [InlineData("static float Value(float [|x|], float y, [Parameter] float a) => a * y;", "input 'x'")]
    [InlineData("static float Value(float x, [Parameter] float [|a|]) => x;", "parameter 'a'")]
    [InlineData("static float Value(float x, float [|y|]) { y = 1; return x * y; }", "input 'y'")]
    [InlineData("static float Value(float x, float [|y|]) { float unused = 2 * y; return x; }", "input 'y'")]
    [InlineData("static float Value(float x, float [|y|]) => true ? x : y;", "input 'y'")]
    [InlineData("static float Value(float x, float [|y|]) => F(x, y); static float F(float a, float b) => a;", "input 'y'")]
    [InlineData("private static partial float Value(float x, float [|y|]); private static partial float Value(float x, float y) => x;", "input 'y'")]
    public Task Unused(string formula, string what) =>
        DiagnosticTester.ExpectWarningAsync("LG0038", Source("[Formula] " + formula), $"The value of the formula 'Value' does not depend on the {what}: use it, or remove it");

    [Fact]
    public async Task EveryUnusedOne() => Assert.Equal(
        2, (await DiagnosticTester.ExpectAsync("LG0038", Source("[Formula] static float Value(float x, float [|y|], [Parameter] float [|a|]) => x;"), validLosses: 1)).Length);

    [Fact]
    public Task UnusedLabel() => DiagnosticTester.ExpectWarningAsync(
        "LG0038",
        "[ClassAxisLoss(Shape.Batch, 3)] partial class Loss { [Formula] static float Value(ClassLogits<float> logits, int [|label|]) => logits.LogSumExp(); }",
        "The value of the formula 'Value' does not depend on the input 'label': use it, or remove it");

    [Theory]
    [InlineData("static float [|Value|](float x, float y) => 7;", "'x', 'y'")]
    [InlineData("static float [|Value|](float x, [Parameter] float a) => MathF.Exp(a);", "'x'")]
    [InlineData("static float [|Value|](float x) { x = 2; return x; }", "'x'")]
    [InlineData("static float [|Value|](float x) => F(x); static float F(float a) => 1;", "'x'")]
    public Task Constant(string formula, string inputs) => DiagnosticTester.ExpectWarningAsync(
        "LG0039", Source("[Formula] " + formula), $"The value of the formula 'Value' does not depend on any of its inputs, {inputs}, so all gradients are 0 and nothing is learned");

    [Theory]
    [InlineData("static float Value(float x, float y) => x > y ? 1 : 0;")]
    [InlineData("static float Value(float x, float y) { if (y > 0) return x; return 0; }")]
    [InlineData("static float Value(float x, float y) => x - x + y;")]
    public Task NotConstant(string formula) => DiagnosticTester.ExpectValidAsync(Source("[Formula] " + formula));

    /// <summary>For a refused formula only errors are reported, and for code that is not a formula only the compiler's diagnostics.</summary>
    [Theory]
    [InlineData("static float Value(float x, float y) => [|x % 2|];")]
    public async Task NothingBesideAnError(string formula) => Assert.Single(await DiagnosticTester.ExpectAsync("LG0032", Source("[Formula] " + formula)));

    private static string Source(string members) => "using System;\n#pragma warning disable CS0162, CS0219\n [ElementwiseLoss] partial class Loss { " + members + " }";
}
