using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>LG0032: what a formula may not hold, each at the very expression, once, and all of a formula together.</summary>
public sealed class FormulaRefusalTests
{
    private const string Formula = "[Formula] static float Value(float x, float y) ";

    private const string Allowed =
        "a formula is made of arithmetic, comparisons, &&, ||, !, conditions (?:, if with assignments or returns, switch expressions over comparisons), local variables, constants, "
        + "mathematical functions and calls of static methods of the class";
    private const string Converted = "values are converted between float and double only";
    private const string Integers = "integers of a formula are constants and the result of Sign";
    private const string Seen = "a formula sees its parameters and constants; a number that is to be given at run time is a parameter marked with [Parameter]";
    private const string Called = "only mathematical functions and static methods of 'Loss' can be called";
    private const string ByValue = "a method that a formula calls takes and returns float, double or bool by value";
    private const string WithBody = "the methods that a formula calls have bodies, in the file of the loss attribute";
    private const string Local = "a local variable of a formula is a float, a double or a bool";
    private const string Assigned = "a formula assigns to its own local variables and parameters only";
    private const string Pattern = "a pattern of a formula compares with constants (< 0, >= 1, 2, and, or, not, _)";
    private const string Functions =
        "of MathF, Math, float and double a formula may call Abs, Acos, Acosh, Asin, Asinh, Atan, Atan2, Atanh, Cbrt, Ceiling, Clamp, CopySign, Cos, Cosh, Exp, Exp10, Exp2, ExpM1, Floor, FusedMultiplyAdd, Hypot, IsFinite, "
        + "IsInfinity, IsNaN, IsNegative, IsNegativeInfinity, IsPositive, IsPositiveInfinity, Log, Log10, Log10P1, Log2, Log2P1, LogP1, Max, Min, Pow, Round, Sign, Sin, Sinh, Sqrt, Tan, Tanh, Truncate";
    private const string Separator = " | ";
    private const string Rounding = "of its overloads a formula may call that of one number, which rounds to the nearest whole number and to the even one of two";
    private const string SignIsInt = "its result is an int, and has to be converted to float or double";
    private const string Recursive = "a method that calls itself, directly or through others, is no formula";
    private const string LastArm = "the last arm has to be _, so that every number has a value";

    [Theory]
    [InlineData("=> [|x % y|];", Allowed)]
    [InlineData("=> 1 + [|(x = y)|] * 2;", Allowed, "x = y")]
    [InlineData("=> [|x++|] + y;", Allowed)]
    [InlineData("=> x > 0 ? x : [|throw new System.Exception()|];", Allowed)]
    [InlineData("=> [|new float[] { x }|][0];", Allowed, "new float[] { x }[0]")]
    [InlineData("=> x is float ? 1 : 2;", Allowed, "x is float")]
    [InlineData("=> [|x.Equals(y)|] ? 1 : 2;", Functions)]
    public Task Expressions(string body, string reason, string? excerpt = null) => ExpectAsync(body, reason, excerpt);

    [Theory]
    [InlineData("=> [|(float)(int)x|];", Converted)]
    [InlineData("=> [|(float)(decimal)x|];", Converted)]
    [InlineData("=> [|(float)(Half)x|];", Converted)]
    [InlineData("=> [|(float)((float?)x)!|];", Converted)]
    [InlineData("=> x > 0 ? 1 : [|(int)y|];", Integers)]
    [InlineData("=> x switch { > 0 => 1, _ => [|(int)y|] };", Integers)]
    [InlineData("=> [|MathF.Sign(x)|] > 0 ? x : y;", SignIsInt)]
    [InlineData("=> [|MathF.Sign(x)|] switch { 1 => x, _ => y };", SignIsInt)]
    public Task Types(string body, string reason) => ExpectAsync(body, reason);

    [Theory]
    [InlineData("=> [|MathF.Round(x, 2)|];", Rounding)]
    [InlineData("=> [|MathF.Round(x, MidpointRounding.AwayFromZero)|];", Rounding)]
    [InlineData("=> [|MathF.ReciprocalEstimate(x)|] * y;", "an estimate has other digits on other machines: write 1 / x")]
    [InlineData("=> [|float.ReciprocalSqrtEstimate(x)|] * y;", "an estimate has other digits on other machines: write 1 / MathF.Sqrt(x)")]
    [InlineData("=> [|float.MultiplyAddEstimate(x, y, x)|];", "an estimate has other digits on other machines: write x * y + z, which is rounded once, or FusedMultiplyAdd(x, y, z)")]
    [InlineData("=> [|MathF.MaxMagnitude(x, y)|];", "NaN and magnitudes are asked for by a condition: write MathF.Abs(x) > MathF.Abs(y) ? x : y")]
    [InlineData("=> [|float.SinPi(x)|] * y;", "write MathF.Sin(MathF.PI * x)")]
    [InlineData("=> [|MathF.BitIncrement(x)|];", Functions)]
    [InlineData("=> (float)[|Math.Abs((decimal)x)|];", Converted, "(float)Math.Abs((decimal)x)")]
    public Task MathematicalFunctions(string body, string reason, string? excerpt = null) => ExpectAsync(body, reason, excerpt);

    [Theory]
    [InlineData("static float f; ", "=> x + [|f|];", Seen)]
    [InlineData("static readonly float f = 1; ", "=> x + [|Loss.f|];", Seen)]
    [InlineData("static float P => 1; ", "=> x + [|P|];", Seen)]
    [InlineData("", "=> x + [|System.Environment.ProcessorCount|];", Converted)]
    [InlineData("", "=> x + [|float.Parse(\"1\")|];", Functions)]
    [InlineData("static float f; ", "{ [|f|] = x; return y; }", Assigned)]
    [InlineData("static float f; ", "{ [|f|] += x; return y; }", Seen)]
    [InlineData("", "{ [|_|] = x; return y; }", Assigned)]
    public Task Fields(string members, string body, string reason) => ExpectAsync(body, reason, members: members);

    [Theory]
    [InlineData("static float F<T>(float a) => a; ", "=> [|F<int>(x)|];", ByValue)]
    [InlineData("static float F(ref float a) => a; ", "=> [|F(ref x)|];", ByValue)]
    [InlineData("static float F(in float a) => a; ", "=> [|F(x)|];", ByValue)]
    [InlineData("static float F(out float a) => a = 1; ", "=> [|F(out x)|];", ByValue)]
    [InlineData("static float F(params float[] a) => a[0]; ", "=> [|F(x, y)|];", ByValue)]
    [InlineData("static float F(int a) => a; ", "=> [|F(1)|];", ByValue)]
    [InlineData("static int F(float a) => 1; ", "=> [|F(x)|];", Converted)]
    [InlineData("static readonly float[] a = new float[1]; static ref float F() => ref a[0]; ", "=> x + [|F()|];", ByValue)]
    [InlineData("static float F(float a) => Value(a, a); ", "=> F(x);", Recursive, "Value(a, a)")]
    [InlineData("static float F(float a) => a > 0 ? [|F(a - 1)|] : a; ", "=> F(x) + F(y);", Recursive)]
    [InlineData("static float F(float a) => G(a); static float G(float a) => [|F(a)|]; ", "=> F(x);", Recursive)]
    [InlineData("", "=> [|Value(y, x)|];", Recursive)]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"m\")] static extern float F(float a); ", "=> [|F(x)|];", WithBody)]
    [InlineData("class Inner { public static float F(float a) => a; } ", "=> [|Inner.F(x)|];", Called)]
    [InlineData("float F(float a) => a; ", "=> [|new Loss().F(x)|];", Called)]
    [InlineData("", "{ [|static float F(float a) => a;|] return [|F(x)|]; }", Allowed + Separator + Called)]
    public Task Calls(string members, string body, string reason, string? excerpt = null) => ExpectAsync(body, reason, excerpt, members);

    [Theory]
    [InlineData("{ [|for (int i = 0; i < 3; i++) x *= y;|] return x; }")]
    [InlineData("{ [|while (x > 0) x -= 1;|] return x; }")]
    [InlineData("{ [|do x -= 1; while (x > 0);|] return x; }")]
    [InlineData("{ [|foreach (float a in new[] { x }) y += a;|] return y; }")]
    [InlineData("{ [|switch (x) { case > 0: return x; default: return y; }|] }")]
    [InlineData("{ [|try { x = y; } finally { }|] return x; }")]
    [InlineData("{ [|lock (typeof(Loss)) x = y;|] return x; }")]
    [InlineData("{ [|using (new System.IO.MemoryStream()) x = y;|] return x; }")]
    [InlineData("{ [|goto end;|] [|end: return x;|] }", 2)]
    [InlineData("{ if (x < 0) [|throw new System.Exception();|] return x; }")]
    [InlineData("{ if (x < 0) return y; else [|throw new System.Exception();|] }")]
    [InlineData("{ [|x++;|] return x; }")]
    [InlineData("{ [|Value(x, y);|] return x; }")]
    [InlineData("{ [|(x, y) = (y, x);|] return x; }")]
    [InlineData("{ [|System.Console.WriteLine(x);|] return x; }")]
    public async Task Statements(string body, int count = 1) =>
        Assert.All(await DiagnosticTester.ExpectAsync("LG0032", Source("", body)), message => Assert.Equal(count, message.EndsWith(Allowed, StringComparison.Ordinal) ? count : 0));

    [Theory]
    [InlineData("{ int [|n = 2|]; return n * x + (float)n; }", Local)]
    [InlineData("{ var [|pair = (x, y)|]; return pair.x; }", Local)]
    [InlineData("{ float[] [|a = { x }|]; return a[0]; }", Local)]
    [InlineData("{ decimal [|d = 1m|]; return x; }", Local)]
    [InlineData("{ float? [|a = x|]; return a ?? y; }", Local)]
    [InlineData("{ ref float [|a = ref x|]; a = y; return x; }", Local)]
    [InlineData("{ System.Func<float, float> [|f = a => a|]; return f(x); }", Local)]
    [InlineData("{ dynamic [|d = x|]; return d; }", Local)]
    [InlineData("{ int [|n|]; n = 1; n += 2; return x; }", Local)]
    public Task LocalVariables(string body, string reason) => ExpectAsync(body, reason);

    [Theory]
    [InlineData("=> x switch { [|var a|] => a };", Pattern)]
    [InlineData("=> x switch { [|float|] => 1f };", Pattern)]
    [InlineData("=> x is > 0 and [|var a|] ? a : y;", Pattern)]
    [InlineData("=> x switch { [|{ }|] => 1f };", Pattern)]
    [InlineData("=> [|x switch { > 0 => y, < 0 => x }|];", LastArm)]
    [InlineData("=> [|x switch { > 0 => y, _ when y > 0 => x }|];", LastArm)]
    [InlineData("=> [|(x, y)|] switch { (> 0, > 0) => 1f, _ => 2f };", Allowed)]
    public Task Patterns(string body, string reason) => ExpectAsync(body, reason);

    /// <summary>Also those on several ways through the method, of methods that are called more than once, and behind a problem.</summary>
    [Theory]
    [InlineData("", "{ float a = [|x % 2|]; float b = a + [|y % 2|]; return a * b + [|MathF.BitIncrement(x)|]; }", 3)]
    [InlineData("", "{ if (x > 0) { if (y > 0) return 1; } float a = [|x % 2|]; return a; }", 1)]
    [InlineData("static float F(float a) => [|a % 2|]; ", "=> F(x) + F(y) * F(1);", 1)]
    [InlineData("", "=> [|x % 2|] > [|y % 2|] ? [|x % 3|] : [|y % 3|];", 4)]
    [InlineData("", "=> x switch { > 0 when [|y % 2|] > 1 => [|x % 2|], [|var a|] => [|y % 3|] };", 4)]
    [InlineData("", "=> ([|x % 2|]) switch { > 0 => [|x % 3|], _ => y };", 2)]
    [InlineData("", "=> MathF.Max([|x % 2|], MathF.Min([|y % 2|], 1));", 2)]
    public async Task AllAtOnceAndEachOnce(string members, string body, int count) => Assert.Equal(count, (await DiagnosticTester.ExpectAsync("LG0032", Source(members, body))).Length);

    [Theory]
    [InlineData("[ElementwiseLoss] partial class Loss { } partial class Loss { [Formula] private static partial float [|Value|](float x, float y); private static partial float Value(float x, float y) => x; }", false)]
    [InlineData("[ElementwiseLoss] partial class Loss { [Formula, System.Runtime.InteropServices.DllImport(\"m\")] static extern float [|Value|](float x, float y); }", true)]
    public async Task FormulaWithoutABody(string source, bool isRefused)
    {
        if (isRefused)
        {
            await DiagnosticTester.ExpectAsync("LG0032", source, "'Value' cannot be compiled: a formula has a body, in the file of the loss attribute");
        }
        else
        {
            await DiagnosticTester.ExpectValidAsync(MarkedSource.Parse(source).Text);
        }
    }

    private static async Task ExpectAsync(string body, string reason, string? excerpt = null, string members = "")
    {
        string source = Source(members, body);
        MarkedSource marked = MarkedSource.Parse(source);
        if (marked.Spans.IsEmpty || (excerpt is not null && marked.Text.Substring(marked.Spans[0].Start, marked.Spans[0].Length) != excerpt))
        {
            // The place is that of the excerpt.
            int at = marked.Text.LastIndexOf(excerpt!, StringComparison.Ordinal);
            at = members.Length > 0 ? marked.Text.IndexOf(excerpt!, StringComparison.Ordinal) : at;
            source = marked.Text.Insert(at + excerpt!.Length, "|]").Insert(at, "[|");
            marked = MarkedSource.Parse(source);
        }

        string[] reasons = reason.Split(Separator);
        string[] expected = [.. marked.Spans.Select((span, index) => $"'{Short(marked.Text.Substring(span.Start, span.Length))}' cannot be compiled: {reasons[Math.Min(index, reasons.Length - 1)]}")];
        Assert.Equal(expected, await DiagnosticTester.ExpectAsync("LG0032", source));
    }

    private static string Short(string excerpt) => excerpt.Length <= 40 ? excerpt : excerpt[..40] + "…";

    private static string Source(string members, string body) => "using System; [ElementwiseLoss] partial class Loss { " + members + Formula + body + " }";
}
