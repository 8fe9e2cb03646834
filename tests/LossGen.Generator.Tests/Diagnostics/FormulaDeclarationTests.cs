using System.Globalization;
using System.Text;
using LossGen.Generator.Tests.Support;
using LossGen.Tests;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>LG0030, LG0031, LG0033, LG0034 and LG0035: the number of formulas, their signatures, their size, the ranges of their parameters, the reduction.</summary>
public sealed class FormulaDeclarationTests
{
    private const string Nested = "200 operations within one another";
    private const string Other = "[Formula] static float Value(float x, float y) => x - y; ";

    [Theory]
    [InlineData("[[|ElementwiseLoss|]] partial class Loss { }", "none of its methods")]
    [InlineData("[[|ElementwiseLoss(Shape.Batch, 3)|]] partial class Loss { static float Value(float x) => x; }", "none of its methods")]
    [InlineData("[ElementwiseLoss] partial class Loss { " + Other + "[Formula] static float [|Second|](float x) => x; }", "2 of its methods")]
    public Task FormulaCount(string source, string found) => DiagnosticTester.ExpectAsync(
        "LG0030", source, "The loss 'Loss' has its formula in " + found + ", but exactly one static method must be marked with [Formula]");

    [Fact]
    public async Task EveryFurtherFormulaIsReported() => Assert.Equal(
        2, (await DiagnosticTester.ExpectAsync("LG0030", "[ElementwiseLoss] partial class Loss { " + Other + "[Formula] static float [|A|](float x) => x; } partial class Loss { [Formula] static int [|B|]() => 1; }")).Length);

    [Theory]
    [InlineData("void [|Value|](float x) { }", "it returns void, but float or double is needed, or a tuple of up to 8 of either")]
    [InlineData("static int [|Value|](float x) => 1;", "it returns int, but float or double is needed, or a tuple of up to 8 of either")]
    [InlineData("static decimal [|Value|](float x) => 1;", "it returns decimal, but float or double is needed, or a tuple of up to 8 of either")]
    [InlineData("static float? [|Value|](float x) => x;", "it returns float?, but float or double is needed, or a tuple of up to 8 of either")]
    [InlineData("float [|Value|](float x) => x;", "it is not static, and a formula sees nothing but its parameters")]
    [InlineData("static float [|Value|]<T>(float x) => x;", "it is generic")]
    [InlineData("static async System.Threading.Tasks.Task<float> [|Value|](float x) => await System.Threading.Tasks.Task.FromResult(x);", "it returns System.Threading.Tasks.Task<float>, but float or double is needed, or a tuple of up to 8 of either")]
    [InlineData("static ref float [|Value|](float[] x) => ref x[0];", "it returns its result by reference")]
    [InlineData("static float [|Value|](float x, __arglist) => x;", "it takes any number of arguments")]
    [InlineData("static float [|Value|]() => 1;", "it has 0 inputs, but 1 to 16 are possible")]
    [InlineData("static float [|Value|]([Parameter] float a) => a;", "it has 0 inputs, but 1 to 16 are possible")]
    [InlineData("static float [|Value|](float a, float b, float c, float d, float e, float f, float g, float h, float i, float j, float k, float l, float m, float n, float o, float p, float q) => a;", "it has 17 inputs, but 1 to 16 are possible")]
    [InlineData("static float Value(ref float [|x|]) => x;", "parameter 'x' is not passed by value")]
    [InlineData("static float Value(in float [|x|]) => x;", "parameter 'x' is not passed by value")]
    [InlineData("static float Value(float x, params float[] [|y|]) => x;", "parameter 'y' is not passed by value")]
    [InlineData("static float Value(float x, ulong [|y|]) => x;", "parameter 'y' is of type ulong, but an input is a float, double, sbyte, byte, short, ushort, int, uint, long or bool")]
    [InlineData("static float Value(float x, [Parameter] decimal [|y|]) => x;", "parameter 'y' is of type decimal, but float, double, int, bool or an enum is needed")]
    [InlineData("static double Value(float [|x|]) => x;", "parameter 'x' has another type than the result: the first input, its gradient and the value are of one type")]
    [InlineData("static float Value(float x, float [|delta|] = 1) => x;", "parameter 'delta' has a default value, but is an input: mark it with [Parameter] if it is one number for all elements")]
    [InlineData("static float Value(float [|@class|]) => @class;", "parameter 'class' has the name of a keyword, but becomes a parameter of the generated members")]
    [InlineData("static float Value(float x, [Parameter] float [|@if|]) => x;", "parameter 'if' has the name of a keyword, but becomes a parameter of the generated members")]
    [InlineData("static float Value(float x, [Parameter] float [|Forward|]) => x;", "parameter 'Forward' has the name of a member that the class is given, but a field of that name keeps it")]
    [InlineData("static float Value(float x, float [|xGradient|]) => x;", "'xGradient' is the name of the gradient of 'x', and cannot be that of another parameter")]
    [InlineData("static float Value(float x, [Parameter] float [|xGradient|]) => x;", "'xGradient' is the name of the gradient of 'x', and cannot be that of another parameter")]
    [InlineData("static float Value([Parameter, System.Runtime.InteropServices.Optional, System.Runtime.InteropServices.DefaultParameterValue(1f)] float a, float x, [Parameter] float [|b|]) => x;", "parameter 'b' has no default value, but stands after one that has, and so it would in the constructor")]
    public Task FormulaSignature(string formula, string reason) =>
        DiagnosticTester.ExpectAsync("LG0031", "[ElementwiseLoss] partial class Loss { [Formula] " + formula + " }", "The method 'Value' cannot be a formula: " + reason);

    /// <summary>The members that the attribute asks for, too.</summary>
    [Theory]
    [InlineData("Curvature", "DoubleBackward")]
    [InlineData("Curvature", "ForwardBackwardCurvature")]
    [InlineData("Each", "ForwardEach")]
    public Task AParameterWithTheNameOfAMemberThatIsAskedFor(string property, string name) => DiagnosticTester.ExpectAsync(
        "LG0031",
        $"[ElementwiseLoss({property} = true)] partial class Loss {{ [Formula] static float Value(float x, [Parameter] float [|{name}|]) => x * x * {name}; }}",
        $"The method 'Value' cannot be a formula: parameter '{name}' has the name of a member that the class is given, but a field of that name keeps it");

    [Fact]
    public Task AnEnumThatKernelsCannotName() => DiagnosticTester.ExpectAsync(
        "LG0031",
        "partial class Outer<T> { public enum Kind { A, B } [ElementwiseLoss] public partial class Loss { [Formula] static float Value(float x, [Parameter] Kind [|kind|]) => kind == Kind.A ? x : -x; } }",
        "The method 'Value' cannot be a formula: parameter 'kind' is of the enum Outer<T>.Kind, which is nested in a generic type, so that the kernels, which stand outside of it, cannot name it: declare the enum outside of generic types");

    [Fact]
    public Task AnAccessorIsAMethodToo() => DiagnosticTester.ExpectAsync(
        "LG0031",
        "[ElementwiseLoss] partial class Loss { static float P { [Formula] [|get|] => 1; } }",
        "The method 'get_P' cannot be a formula: it has 0 inputs, but 1 to 16 are possible");

    [Fact]
    public async Task EveryParameterIsChecked() => Assert.Equal(
        3, (await DiagnosticTester.ExpectAsync("LG0031", "[ElementwiseLoss] partial class Loss { [Formula] static float Value(int [|a|], float x, ref float [|b|], [Parameter] float c, decimal [|d|]) => x; }")).Length);

    [Theory]
    [InlineData("{ float a = x + 1; a = a * a + a; a = a * a + a; a = a * a + a; a = a * a + a; a = a * a + a; a = a * a + a; a = a * a + a; a = a * a + a; a = a * a + a; return a; }")]
    [InlineData("=> F(F(F(F(F(F(F(F(F(x))))))))); static float F(float a) => a * a + a / 2;")]
    [InlineData("=> F8(x) / F8(y); static float F8(float a) => F7(a) + F7(a); static float F7(float a) => F6(a) + F6(a); static float F6(float a) => F5(a) + F5(a); static float F5(float a) => F4(a) + F4(a); static float F4(float a) => F3(a) + F3(a); static float F3(float a) => F2(a) + F2(a); static float F2(float a) => F1(a) + F1(a); static float F1(float a) => a / (a * a - a * (a - 1) + a) / a * a - a + a * a / a;")]
    public Task FormulaTooLarge(string body) => TooLargeAsync(body);

    /// <summary>Reading must neither take forever nor overflow the stack.</summary>
    [Fact]
    public async Task FormulaFarTooLarge()
    {
        await TooLargeAsync("=> F40(x); " + string.Concat(Enumerable.Range(1, 40).Select(static number => $"static float F{number}(float a) => F{number - 1}(a) + F{number - 1}(a); ")) + "static float F0(float a) => a;");
        await TooLargeAsync("{ " + string.Concat(Enumerable.Range(1, 40).Select(static number => $"if (x > {number}) {{ if (y > {number}) return {number}; }} ")) + "return 0; }");
        await TooLargeAsync("{ " + string.Concat(Enumerable.Range(1, 3000).Select(static number => $"if (x > {number}) return {number}; ")) + "return 0; }", Nested);
        await TooLargeAsync("=> " + string.Join(" + ", Enumerable.Repeat("x", 5000)) + ";", Nested);
        await TooLargeAsync("{ " + string.Concat(Enumerable.Repeat("x = x * y; ", RandomRun.IsDeep ? 30_000 : 10_000)) + "return x; }", Nested);
    }

    /// <summary>The size of a compiler's stack.</summary>
    [Fact]
    public void FormulaAsDeepAsItMayBeIsCompiled()
    {
        var body = new StringBuilder("{ ");
        for (int term = 0; term < 100; term++)
        {
            body.Append(CultureInfo.InvariantCulture, $"x = x * y + {term}; ");
        }

        int files = 0;
        var thread = new Thread(() => files = GeneratorTester.Files(GeneratorTester.Run(Compilations.Create(Compilations.Parse("using LossGen; [ElementwiseLoss] partial class Loss { [Formula] static float Value(float x, float y) " + body + "return x; } }")))).Length, maxStackSize: 1 << 20);
        thread.Start();
        thread.Join();
        Assert.Equal(1, files);
    }

    [Theory]
    [InlineData("[|Parameter(Minimum = 1, Maximum = 0)|]", "", "no number is within its range, from 1 to 0")]
    [InlineData("[|Parameter(Minimum = 1, Maximum = 1, MinimumIsExclusive = true)|]", "", "no number is within its range, from 1 to 1")]
    [InlineData("[|Parameter(Minimum = double.NaN)|]", "", "no number is within its range, from NaN to Infinity")]
    [InlineData("[|Parameter(Minimum = double.PositiveInfinity)|]", "", "no number is within its range, from Infinity to Infinity")]
    [InlineData("[|Parameter(Minimum = 1e300)|]", "", "no number is within its range, from 1E+300 to Infinity")]
    [InlineData("[|Parameter(Minimum = 0)|]", " = -1", "its default, -1, is out of its range, or not finite")]
    [InlineData("[|Parameter(Minimum = 0, MinimumIsExclusive = true)|]", " = 0", "its default, 0, is out of its range, or not finite")]
    [InlineData("[|Parameter(Maximum = 0.5)|]", " = 0.75f", "its default, 0.75, is out of its range, or not finite")]
    [InlineData("[|Parameter(Maximum = 0.5, MaximumIsExclusive = true)|]", " = 0.5f", "its default, 0.5, is out of its range, or not finite")]
    [InlineData("[|Parameter|]", " = float.NaN", "its default, NaN, is out of its range, or not finite")]
    [InlineData("[|Parameter|]", " = float.PositiveInfinity", "its default, Infinity, is out of its range, or not finite")]
    public Task ParameterRange(string attribute, string initial, string reason) => DiagnosticTester.ExpectAsync(
        "LG0034",
        "[ElementwiseLoss] partial class Loss { [Formula] static float Value(float x, [" + attribute + "] float delta" + initial + ") => delta * x; }",
        "The range of the parameter 'delta' is invalid: " + reason);

    [Theory]
    [InlineData("Parameter(Maximum = 0.1)", "float", " = 0.1f")]
    [InlineData("Parameter(Minimum = 0.7)", "float", " = 0.7f")]
    [InlineData("Parameter(Minimum = 1, Maximum = 1)", "double", " = 1")]
    [InlineData("Parameter(Minimum = 1e300)", "double", "")]
    [InlineData("Parameter(Minimum = -1, MinimumIsExclusive = true)", "double", " = 0")]
    [InlineData("Parameter", "float", " = -0f")]
    [InlineData("Parameter", "float", " = default")]
    public Task RangeThatMakesSense(string attribute, string type, string initial) => DiagnosticTester.ExpectValidAsync(
        "[ElementwiseLoss] partial class Loss { [Formula] static " + type + " Value(" + type + " x, [" + attribute + "] " + type + " delta" + initial + ") => delta * x; }");

    [Theory]
    [InlineData("[|Reduction = (LossReduction)3|]", "3")]
    [InlineData("Shape.Batch, 3, [|Reduction = (LossReduction)(-1)|]", "-1")]
    public Task UnknownReduction(string arguments, string number) => DiagnosticTester.ExpectAsync(
        "LG0035",
        "[ElementwiseLoss(" + arguments + ")] partial class Loss { " + Other + "}",
        "Reduction is " + number + ", but must be LossReduction.Mean, LossReduction.MeanElements or LossReduction.Sum");

    [Theory]
    [InlineData("Reduction = LossReduction.Sum")]
    [InlineData("Shape.Batch, 3, Reduction = LossReduction.MeanElements, Weight = 0.5")]
    [InlineData("Reduction = 0")]
    public Task KnownReduction(string arguments) => DiagnosticTester.ExpectValidAsync("[ElementwiseLoss(" + arguments + ")] partial class Loss { " + Other + "}");

    [Fact]
    public async Task EverythingIsCheckedAtOnce()
    {
        string[] ids = [.. (await AnalyzerTester.AnalyzeAsync(
            "using LossGen; [ElementwiseLoss(1, 0, Weight = -1, Reduction = (LossReduction)9)] class Loss { [Formula] static float Value(float x, [Parameter] float delta = 1) => x % delta; int delta; }")).Select(static diagnostic => diagnostic.Id).Order(StringComparer.Ordinal)];

        Assert.Equal(["LG0001", "LG0003", "LG0004", "LG0006", "LG0009", "LG0032", "LG0035"], ids);
    }

    private static Task TooLargeAsync(string body, string excess = "1000 operations") => DiagnosticTester.ExpectAsync(
        "LG0033",
        "[ElementwiseLoss] partial class Loss { [Formula] static float [|Value|](float x, float y) " + body + " }",
        "The method 'Value' has more than " + excess + " when every variable and call in it is expanded");
}
