using System.Reflection;
using System.Runtime.Intrinsics;
using System.Text.RegularExpressions;
using LossGen.Generator.Emit;
using LossGen.Generator.Kernel;
using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Formulas;

/// <summary>LG0036: the vector width of a formula, and the functions that it calls.</summary>
public sealed partial class VectorisationTests
{
    private const string Single = "8 float at a time, 16 where the machine has vectors of 512 bits; ";
    private const string Inlined = "all of it is inlined";
    private const string Power = "called rather than inlined: Pow";

    public static TheoryData<string> Ops => [.. Enum.GetNames<Op>()];

    [Theory]
    [InlineData("static float [|Value|](float x, float y) => x - y;", Single + Inlined)]
    [InlineData("static float [|Value|](float x) => MathF.Log(1 + MathF.Exp(x)) + MathF.Tanh(x) + MathF.Sin(x);", Single + Inlined)]
    [InlineData("static double [|Value|](double x, double y) => x * y;", "4 double at a time, 8 where the machine has vectors of 512 bits; " + Inlined)]
    [InlineData("static float [|Value|](float x) => MathF.Pow(x, 2) + MathF.Pow(x, 0.5f);", Single + Inlined)]
    [InlineData("static float [|Value|](float x) => MathF.Pow(x, 1.25f);", Single + Power)]
    [InlineData("static float [|Value|](float x, [Parameter] float power) => F(x, power); static float F(float a, float b) => MathF.Pow(a, b);", Single + Power)]
    public Task Elementwise(string formula, string message) => ExpectAsync("[ElementwiseLoss] partial class Loss { [Formula] " + formula + " }", message);

    [Theory]
    [InlineData("Shape.Batch, 10", Single, 1)]
    [InlineData("Shape.Batch, 1000", Single, 1)]
    [InlineData("Shape.Batch, 100000, 2", "one location at a time; ", 3)]
    public Task OverClasses(string shape, string lanes, int reads) => ExpectAsync(
        "[ClassAxisLoss(" + shape + ")] partial class Loss { [Formula] static float [|Value|](ClassLogits<float> logits, int label) => -logits.LogProbability(label); }", lanes.Replace("; ", $", with 2 reductions (maximum, others) and the gradients in 3 loops over the axis, which read each element from memory {(reads == 1 ? "once" : reads + " times")}; ", StringComparison.Ordinal) + Inlined);

    /// <summary>At a formula's name, in whatever part of the class; nothing is reported for a refused one.</summary>
    [Fact]
    public async Task OnlyWhatIsCompiled()
    {
        await ExpectAsync("[ElementwiseLoss] partial class Loss { } partial class Loss { [Formula] static float [|Value|](float x) => x; }", Single + Inlined);
        Assert.DoesNotContain(
            await AnalyzerTester.AnalyzeAsync(Compilations.Create(Compilations.Parse("using LossGen; [ElementwiseLoss(1)] partial class Loss { [Formula] static float Value(float x) => x; }")), "LG0036"),
            static diagnostic => diagnostic.Id == "LG0036");
    }

    /// <summary>The table of ops says the same about a function as the runtime library.</summary>
    [Theory]
    [MemberData(nameof(Ops))]
    public void WhatIsCalledIsNotInlined(string name)
    {
        Op op = Enum.Parse<Op>(name);
        foreach ((IrType type, Type vector) in new[] { (IrType.Single, typeof(Vector256<float>)), (IrType.Double, typeof(Vector256<double>)) })
        {
            if (FunctionOf(op, type.WithLanes(256 / type.Bits)) is not { } function)
            {
                continue;
            }

            MethodInfo method = typeof(VectorMath).GetMethod(function, [.. Enumerable.Repeat(vector, Operations.Get(op).Arity)])!;
            bool isInlined = method.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveInlining);
            Assert.Equal(isInlined ? null : function, Operations.Get(op).Called);
        }
    }

    [Fact]
    public void WhatTrainingIsMadeOfIsInlined()
    {
        string[] functions = [.. Enum.GetValues<Op>().Select(static op => FunctionOf(op, IrType.Single.WithLanes(8))).OfType<string>()];
        Assert.Superset(
            new HashSet<string>(["Exp", "ExpNonPositive", "ExpM1", "Exp2", "Log", "Log2", "Log1P", "Log1PNonNegative", "Log1POfFraction", "Tanh", "Sin", "Cos"]),
            new HashSet<string>(functions.Where(static function => !Enum.GetValues<Op>().Any(op => Operations.Get(op).Called == function))));
        Assert.Superset(new HashSet<string>(["Pow", "Atan2", "Sinh", "LogToBase"]), new HashSet<string>(functions));
    }

    // The function of the runtime library that is printed for vectors; null if there is none.
    private static string? FunctionOf(Op op, IrType type)
    {
        if (!Dialect.IsPrintable(op, type) || Operations.Get(op).Result != ResultRule.SameAsLast)
        {
            return null;
        }

        Variable[] arguments = [.. Enumerable.Range(0, Operations.Get(op).Arity).Select(number => new Variable("x" + Model.InvariantText.Number(number), type))];
        string text = Dialect.For(type).Text((Apply)Expr.Of(op, arguments)).Template;
        return Function().Match(text) is { Success: true } match ? match.Groups["name"].Value : null;
    }

    private static Task ExpectAsync(string source, string message) =>
        DiagnosticTester.ExpectAsync("LG0036", "using System; " + source, "The formula 'Value' is computed " + message, validLosses: 1);

    [GeneratedRegex(@"^VectorMath\.(?<name>\w+)\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Function();
}
