using LossGen.Generator.Declarations.Formulas;
using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>LG0032: what a formula must not contain, each reported once, at the very expression, and all those of a formula together.</summary>
public sealed class FormulaRefusalTests
{
    private const string Formula = "[Formula] static float Value(float x, float y) ";

    private const string Remainder = "a formula has no remainder: write x - y * MathF.Floor(x / y), which has the sign of y, not of x";
    private const string Assignment = "an assignment is a statement of its own: assign first, and use the variable";
    private const string Throw = "a kernel cannot throw: return float.NaN where there is no value, and check arguments before the loss is called";
    private const string Array = "a formula makes no arrays: write a local variable for each element, or a static readonly array for a table";
    private const string Object = "a formula makes no objects: write a local variable, float, double or bool, for each number";
    private const string Integers = "a kernel does not compute with integers: compute with float or double, where MathF.Floor and Math.Floor give whole numbers";
    private const string Decimal = "no vector holds decimal: write float or double";
    private const string Null = "a formula has no null: float.NaN can stand for a number that is missing, and x is float.NaN tests for it";
    private const string Text = "a formula has no text: leave it out";
    private const string Parts = "a formula has no tuples: write a local variable, or an assignment, for each part";
    private const string Delegates = "a formula has no delegates: make it a static method of the class, and call that by its name";
    private const string Lambdas = "a formula has no lambdas: make it a static method of the class, and call that by its name";
    private const string OuterVariable = "a local function of a formula changes no variable of the method around it: return the value, and assign it there";
    private const string Loop = "how often a loop of a formula runs has to be known at compile time, as its steps become one expression: count from a constant to another, for (int i = 0; i < 3; i++)";
    private const string Switch = "write a switch expression instead of the statement (x switch { > 0 => …, _ => … }), or if";
    private const string Jump = "a formula has no jumps: write if, else and return";
    private const string Dispose = "a formula has nothing to dispose of: leave the using out";
    private const string Unused = "the result of the call is not used, and it has no other effect in a formula: assign it, or leave the call out";
    private const string Vectors = "a formula is written for one element, from which the kernels over vectors are made: write float or double";
    private const string Other = "values of a formula are float, double or bool: write one of these for each number";
    private const string Changes = "it may change at run time, when kernels are compiled already: make it const or static readonly, or give the number as a parameter marked with [Parameter]";
    private const string Property = "a property's value is known at run time only: make it a const or static readonly field, or a static method, or give the number as a parameter marked with [Parameter]";
    private const string Stays = "a formula leaves nothing behind but its value: assign to a local variable";
    private const string Returns = "a method that a formula calls returns a float, a double or a bool by value, and 'Loss.F' does not";
    private const string ByValue = "a method that a formula calls takes float, double, bool, an integer or a span by value, and the parameter 'a' of 'Loss.F' is none of these";
    private const string Compiled = "is compiled already, but a formula is made of the text of what it calls: write it as a static method of 'Loss' or of another class of this project";
    private const string Pattern = "a pattern of a formula compares with constants (< 0, >= 1, 2, and, or, not, _)";
    private const string SignIsInt = "its result is an int, and has to be converted to float or double";
    private const string Recursive = "a method that calls itself, directly or through others, never ends in a formula: write its steps out";
    private const string LastArm = "the last arm has to be _, so that every number has a value";

    [Theory]
    [InlineData("=> [|x % y|];", Remainder)]
    [InlineData("{ [|x %= y|]; return x; }", Remainder)]
    [InlineData("=> 1 + [|(x = y)|] * 2;", Assignment, "x = y")]
    [InlineData("=> 1 + [|(x += y)|] * 2;", Assignment, "x += y")]
    [InlineData("=> [|x++|] + y;", "write x += 1 as a statement of its own")]
    [InlineData("=> [|--x|] + y;", "write x -= 1 as a statement of its own")]
    [InlineData("=> x > 0 ? x : [|throw new System.Exception()|];", Throw)]
    [InlineData("=> [|new float[] { x }|][0];", Array, "new float[] { x }[0]")]
    [InlineData("=> [|new[] { x, y }.Length|];", Array)]
    [InlineData("=> x is float ? 1 : 2;", "what type a value has is known already: compare it with a number, as in x > 0", "x is float")]
    [InlineData("=> [|x.Equals(y)|] ? 1 : 2;", "'float.Equals(float)' is no function of formulas: write x == y")]
    [InlineData("=> [|new System.Numerics.Vector2(x, y).X|];", Vectors)]
    [InlineData("=> [|(x, y) == (y, x)|] ? 1 : 2;", "a formula has no tuples: compare each part, and join the comparisons by &&")]
    [InlineData("=> [|$\"{x}\" == \"1\"|] ? x : y;", Text, "$\"{x}\"")]
    [InlineData("=> [|((float?)x ?? y)|];", Null, "(float?)x ?? y")]
    public Task Expressions(string body, string reason, string? excerpt = null) => ExpectAsync(body, reason, excerpt);

    [Theory]
    [InlineData("=> (float)[|(int)x|];", Integers)]
    [InlineData("=> [|(float)(decimal)x|];", Decimal)]
    [InlineData("=> [|(float)(Half)x|];", "a formula does not compute with Half: write float")]
    [InlineData("=> [|(float)((float?)x)!|];", Null)]
    [InlineData("=> x > 0 ? 1 : [|(int)y|];", Integers)]
    [InlineData("=> x switch { > 0 => 1, _ => [|(int)y|] };", Integers)]
    [InlineData("=> [|MathF.Sign(x)|] > 0 ? x : y;", SignIsInt)]
    [InlineData("=> [|MathF.Sign(x) + MathF.Sign(y)|];", Integers)]
    public Task Types(string body, string reason) => ExpectAsync(body, reason);

    [Theory]
    [InlineData("=> [|float.Lerp(x, y, 0.5f)|];", "'float.Lerp(float, float, float)' is no function of formulas: write x + (y - x) * t")]
    [InlineData("=> (float)[|Math.Abs((decimal)x)|];", Decimal, "(float)Math.Abs((decimal)x)")]
    [InlineData("=> [|MathF.Round(x, 2)|];", "'MathF.Round(float, int)' is no function of formulas with these arguments: write MathF.Round(x), which rounds halves to even")]
    [InlineData("=> [|MathF.Round(x, MidpointRounding.AwayFromZero)|];", "'MathF.Round(float, MidpointRounding)' is no function of formulas with these arguments: write MathF.Round(x), which rounds halves to even")]
    [InlineData("=> [|MathF.ReciprocalEstimate(x)|] * y;", "'MathF.ReciprocalEstimate(float)' is no function of formulas, as an estimate has other digits on other machines: write 1 / x")]
    [InlineData("=> [|float.ReciprocalSqrtEstimate(x)|] * y;", "'float.ReciprocalSqrtEstimate(float)' is no function of formulas, as an estimate has other digits on other machines: write 1 / MathF.Sqrt(x)")]
    [InlineData("=> [|MathF.MaxMagnitude(x, y)|];", "'MathF.MaxMagnitude(float, float)' is no function of formulas: write MathF.Abs(x) > MathF.Abs(y) ? x : y")]
    [InlineData("=> [|float.SinPi(x)|] * y;", "'float.SinPi(float)' is no function of formulas: write MathF.Sin(MathF.PI * x)")]
    public Task MathematicalFunctions(string body, string reason, string? excerpt = null) => ExpectAsync(body, reason, excerpt);

    [Fact]
    public async Task AFunctionWithoutASubstitute() => Assert.StartsWith(
        "'MathF.BitIncrement(x)' cannot be compiled: 'MathF.BitIncrement(float)' is no function of formulas, which have Abs, ",
        Assert.Single(await DiagnosticTester.ExpectAsync("LG0032", Source("", "=> [|MathF.BitIncrement(x)|];"))),
        StringComparison.Ordinal);

    /// <summary>A function that formulas support needs no substitute.</summary>
    [Fact]
    public void SubstitutesAreOfFunctionsThatAreMissing() => Assert.Empty(MissingFunctions.Names.Intersect(FormulaFunctions.Names.Split(", ")));

    [Theory]
    [InlineData("static float f; ", "=> x + [|f|];", Changes)]
    [InlineData("static int f; ", "=> x + [|f|];", Changes)]
    [InlineData("static float P => 1; ", "=> x + [|P|];", Property)]
    [InlineData("static readonly decimal f = 1; ", "=> x + [|(float)f|];", Decimal)]
    [InlineData("", "=> x + [|System.Environment.ProcessorCount|];", Property)]
    [InlineData("static float f; ", "{ [|f|] = x; return y; }", Stays)]
    [InlineData("static float f; ", "{ [|f|] += x; return y; }", Changes)]
    [InlineData("", "{ [|_|] = x; return y; }", "a formula assigns to local variables and parameters: leave out what nobody reads")]
    public Task Fields(string members, string body, string reason, string? excerpt = null) => ExpectAsync(body, reason, excerpt, members);

    [Theory]
    [InlineData("static readonly float a = [|b|], b = 1; ", "=> x * y * a;", "'a' is initialised before 'b', which then is still 0: declare 'b' above it in the same file, or make it const")]
    [InlineData("static readonly float a = [|a|] + 1; ", "=> x * y * a;", "the initialiser of 'a' uses 'a' itself: give it a value")]
    [InlineData("static readonly float a = F(), b = 1; static float F() => [|b|]; ", "=> x * y * a;", "'a' is initialised before 'b', which then is still 0: declare 'b' above it in the same file, or make it const")]
    [InlineData("static readonly float a; static Loss() { a = 1; } ", "=> x * y * [|a|];", "'Loss.a' has no initialiser: give it one")]
    [InlineData("static readonly float a = 2; static Loss() { a = 1; } ", "=> x * y * [|a|];", "the static constructor of 'Loss' mentions 'a', and may change it: make it const, or move it to another class")]
    [InlineData("static readonly float a = [|System.Environment.ProcessorCount|]; ", "=> x * y * a;", Property)]
    [InlineData("static readonly int n = 1, m = [|n + 1|]; ", "=> x * y * m;", Integers)]
    [InlineData("static class A { public static readonly float c = 1, a = B.b; } static class B { public static readonly float b = [|A.c|]; } ", "=> x * y * A.a;", "'A' and another class need each other's fields, and which of them has its values first is not certain: make 'c' const")]
    [InlineData("", "=> x * y * [|System.Numerics.Vector3.One.X|];", Vectors)]
    public Task ReadOnlyFields(string members, string body, string reason, string? excerpt = null) => ExpectAsync(body, reason, excerpt, members);

    [Theory]
    [InlineData("static class G<T> { public static float F(float a) => a; } ", "=> [|G<int>.F(x)|];", "'G.F' belongs to a generic type: move it to one that is not")]
    [InlineData("static float F(ref float a) => a; ", "=> [|F(ref x)|];", ByValue)]
    [InlineData("static float F(in float a) => a; ", "=> [|F(x)|];", ByValue)]
    [InlineData("static float F(out float a) => a = 1; ", "=> [|F(out x)|];", ByValue)]
    [InlineData("static float F(params float[] a) => a[0]; ", "=> [|F(x, y)|];", ByValue)]
    [InlineData("static float F(int a) => a; ", "=> F([|(int)x|]);", Integers)]
    [InlineData("static int F(float a) => 1; ", "=> [|F(x)|];", Integers)]
    [InlineData("static readonly float[] a = new float[1]; static ref float F() => ref a[0]; ", "=> x + [|F()|];", Returns)]
    [InlineData("static float F(float a) => Value(a, a); ", "=> F(x);", Recursive, "Value(a, a)")]
    [InlineData("static float F(float a) => a > 0 ? [|F(a - 1)|] : a; ", "=> F(x) + F(y);", Recursive)]
    [InlineData("static float F(float a) => G(a); static float G(float a) => [|F(a)|]; ", "=> F(x);", Recursive)]
    [InlineData("", "=> [|Value(y, x)|];", Recursive)]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"m\")] static extern float F(float a); ", "=> [|F(x)|];", "'Loss.F' has no body in this project: write one")]
    [InlineData("float F(float a) => a; ", "=> [|new Loss().F(x)|];", "a formula calls static methods, and 'F' is none: make it static")]
    [InlineData("", "=> [|new System.Random(1).NextSingle()|] * x;", "a formula calls static methods, and 'NextSingle' is none: compute its value before, and give it as an input or a parameter marked with [Parameter]")]
    [InlineData("", "=> [|System.Random.Shared.NextSingle()|] * x;", "a formula calls static methods, and 'NextSingle' is none: compute its value before, and give it as an input or a parameter marked with [Parameter]")]
    [InlineData("", "=> [|System.Runtime.InteropServices.NFloat.IsFinite(1)|] ? x : y;", "a method that a formula calls takes float, double, bool, an integer or a span by value, and the parameter 'value' of 'NFloat.IsFinite' is none of these")]
    [InlineData("", "=> [|BitConverter.Int32BitsToSingle(1)|] * x;", "'BitConverter.Int32BitsToSingle' " + Compiled)]
    [InlineData("", "=> [|System.Diagnostics.Debugger.Launch()|] ? x : y;", "'Debugger.Launch' " + Compiled)]
    [InlineData("", "{ float a = x; return F() + a; float F() { [|a|] = y; return a; } }", OuterVariable, "a")]
    [InlineData("", "{ return F(x); float F(float a) => a > 0 ? [|F(a - 1)|] : a; }", Recursive)]
    [InlineData("static readonly System.Func<float, float> f = a => a; ", "=> [|f(x)|];", "what a delegate stands for is known at run time only, so call a static method by its name")]
    public Task Calls(string members, string body, string reason, string? excerpt = null) => ExpectAsync(body, reason, excerpt, members);

    [Theory]
    [InlineData("{ [|for (int i = 0; i < x; i++) y *= x;|] return y; }", Loop)]
    [InlineData("{ [|for (int i = 0; ; i++) y *= x;|] return y; }", Loop)]
    [InlineData("{ int n = 3; if (x > 0) n = 4; [|for (int i = 0; i < n; i++) y *= x;|] return y; }", Loop)]
    [InlineData("{ [|for (float a = 0; a < 3; a++) y *= x;|] return y; }", Loop)]
    [InlineData("{ [|for (int i = 0; i < 3; i++) { if (x > 0) return y; y *= x; }|] return y; }", "a loop of a formula does not return: return after it")]
    [InlineData("{ for (int i = 0; i < 3; i++) { if (x > 0) [|break;|] y *= x; } return y; }", Jump)]
    [InlineData("{ [|for (int i = 0; i < 2000; i++) { }|] return x; }", "the steps of a loop become one expression, and it runs more than 1000 times")]
    [InlineData("{ [|while (x > 0) x -= 1;|] return x; }", Loop)]
    [InlineData("{ [|do x -= 1; while (x > 0);|] return x; }", Loop)]
    [InlineData("{ [|foreach (float a in new[] { x }) y += a;|] return y; }", Loop)]
    [InlineData("{ [|switch (x) { case > 0: return x; default: return y; }|] }", Switch)]
    [InlineData("{ [|try { x = y; } finally { }|] return x; }", "nothing in a formula throws: leave the try out, and write its statements alone")]
    [InlineData("{ [|lock (typeof(Loss)) x = y;|] return x; }", "a formula shares nothing with other threads: leave the lock out, and write its statements alone")]
    [InlineData("{ [|using (new System.IO.MemoryStream()) x = y;|] return x; }", Dispose)]
    [InlineData("{ [|using var s = new System.IO.MemoryStream();|] return x; }", Dispose)]
    [InlineData("{ [|goto end;|] [|end: return x;|] }", Jump + " // a formula has no jumps, and so no labels: write if, else and return")]
    [InlineData("{ if (x < 0) [|throw new System.Exception();|] return x; }", Throw)]
    [InlineData("{ if (x < 0) return y; else [|throw new System.Exception();|] }", Throw)]
    [InlineData("{ [|x++;|] return x; }", "write x += 1 as a statement of its own")]
    [InlineData("{ [|Value(x, y);|] return x; }", Unused)]
    [InlineData("{ [|(x, y) = (y, x);|] return x; }", Parts)]
    [InlineData("{ [|System.Console.WriteLine(x);|] return x; }", Unused)]
    public Task Statements(string body, string reason) => ExpectAsync(body, reason);

    [Theory]
    [InlineData("{ int n = [|(int)x|]; return n * x; }", Integers)]
    [InlineData("{ int n = 1; n = [|(int)x|]; return n * x; }", Integers)]
    [InlineData("{ int n = 0; n = [|1 / n|]; return n * x; }", Integers)]
    [InlineData("{ var [|pair = (x, y)|]; return pair.x; }", Parts)]
    [InlineData("{ float[] [|a = { x }|]; return a[0]; }", Array)]
    [InlineData("{ System.Span<float> [|a = stackalloc float[2]|]; return a[0]; }", Array)]
    [InlineData("{ System.ReadOnlySpan<float> a = [|[x, y]|]; return a[0]; }", Array)]
    [InlineData("{ string [|s = \"\"|]; return x; }", Text)]
    [InlineData("{ Half [|h = (Half)x|]; return x; }", "a formula does not compute with Half: write float")]
    [InlineData("{ var [|v = System.Runtime.Intrinsics.Vector256.Create(x)|]; return v[0]; }", Vectors)]
    [InlineData("{ var [|o = new object()|]; return x; }", Other)]
    [InlineData("{ decimal [|d = 1m|]; return x; }", Decimal)]
    [InlineData("{ float? [|a = x|]; return a ?? y; }", Null)]
    [InlineData("{ ref float [|a = ref x|]; a = y; return x; }", "a formula has no references: declare a variable of its own, and assign to that")]
    [InlineData("{ System.Func<float, float> [|f = a => a|]; return f(x); }", Delegates)]
    [InlineData("{ dynamic [|d = x|]; return d; }", "what dynamic is, is known at run time only: write float, double or bool")]
    public Task LocalVariables(string body, string reason) => ExpectAsync(body, reason);

    [Theory]
    [InlineData("=> x switch { [|var a|] => a };", Pattern)]
    [InlineData("=> x switch { [|float|] => 1f };", Pattern)]
    [InlineData("=> x is > 0 and [|var a|] ? a : y;", Pattern)]
    [InlineData("=> x switch { [|{ }|] => 1f };", Pattern)]
    [InlineData("=> [|x switch { > 0 => y, < 0 => x }|];", LastArm)]
    [InlineData("=> [|x switch { > 0 => y, _ when y > 0 => x }|];", LastArm)]
    [InlineData("=> [|(x, y)|] switch { (> 0, > 0) => 1f, _ => 2f };", Parts)]
    public Task Patterns(string body, string reason) => ExpectAsync(body, reason);

    /// <summary>Also those on several paths through the method, in methods that are called more than once, and after another problem.</summary>
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
    [InlineData("[ElementwiseLoss] partial class Loss { } partial class Loss { [Formula] private static partial float [|Value|](float x, float y); private static partial float Value(float x, float y) => x - y; }", false)]
    [InlineData("[ElementwiseLoss] partial class Loss { [Formula, System.Runtime.InteropServices.DllImport(\"m\")] static extern float [|Value|](float x, float y); }", true)]
    public async Task FormulaWithoutABody(string source, bool isRefused)
    {
        if (isRefused)
        {
            await DiagnosticTester.ExpectAsync("LG0032", source, "'Value' cannot be compiled: a formula has a body, written in this project");
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

        string[] reasons = reason.Split(" // ");
        string[] expected = [.. marked.Spans.Select((span, index) => $"'{Short(marked.Text.Substring(span.Start, span.Length))}' cannot be compiled: {reasons[Math.Min(index, reasons.Length - 1)]}")];
        Assert.Equal(expected, await DiagnosticTester.ExpectAsync("LG0032", source));
    }

    private static string Short(string excerpt) => excerpt.Length <= 40 ? excerpt : excerpt[..40] + "…";

    private static string Source(string members, string body) => "using System; [ElementwiseLoss] partial class Loss { " + members + Formula + body + " }";

    [Theory]
    [InlineData("x * (float)([|n - m|])", "n - m")]
    [InlineData("[|n - 1|] > 3 ? x : 0", "n - 1")]
    [InlineData("[|n - 1|] + x", "n - 1")]
    public async Task ADifferenceOfUnsignedIntegers(string formula, string refused) => Assert.Contains(
        $"'{refused}' cannot be compiled: a difference of unsigned integers is a large number where it would be negative: convert both to int or long first, as in (int)x - (int)y",
        Assert.Single(await DiagnosticTester.ExpectAsync("LG0032", $"[ElementwiseLoss] partial class Loss {{ [Formula] static float Value(float x, uint n, ushort m) => {formula}; }}")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("x * (float)((int)n - (int)m)")]
    [InlineData("(int)n - 1 > 3 ? x : m + 2")]
    [InlineData("x * (m - 7) * (n - 2L)")]
    public Task ADifferenceOfIntegersThatMayBeNegative(string formula) =>
        DiagnosticTester.ExpectValidAsync($"[ElementwiseLoss] partial class Loss {{ [Formula] static float Value(float x, uint n, ushort m) => {formula}; }}");
}
