using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>For a formula that is not yet C#, the compiler reports what is wrong, and the analyzer reports nothing there; neither throws.</summary>
public sealed class FormulaSilenceTests
{
    private const string Head = "using System; using LossGen; [ElementwiseLoss] partial class Loss { [Formula] static float Value(float x, float y) ";

    [Theory]
    [InlineData("=> ;")]
    [InlineData("=> x +")]
    [InlineData("=> x + unknown;")]
    [InlineData("=> unknown(x % 2);")]
    [InlineData("=> MathF.Abs();")]
    [InlineData("=> MathF.Unknown(x);")]
    [InlineData("=> MathF.Max(x);")]
    [InlineData("=> MathF.Max(x, y, 1);")]
    [InlineData("=> x.;")]
    [InlineData("=> \"\";")]
    [InlineData("=> x * 1.0;")]
    [InlineData("=> x ? 1 : 2;")]
    [InlineData("=> x > y;")]
    [InlineData("=> x switch { > };")]
    [InlineData("=> x switch { _ => };")]
    [InlineData("=> x switch { _ => 1, > 0 => 2 };")]
    [InlineData("=> x is > \"\" ? 1 : 2;")]
    [InlineData("=> this.x;")]
    [InlineData("=> F(x); static float F(float a) => ;")]
    [InlineData("=> F(x); static float F(Unknown a) => 1;")]
    [InlineData("=> F(x); static Unknown F(float a) => 1;")]
    [InlineData("=> F(x, y); static float F(float a) => a;")]
    [InlineData("{ }")]
    [InlineData("{ return; }")]
    [InlineData("{ float a; return a; }")]
    [InlineData("{ if (x > 0) return x; }")]
    [InlineData("{ x; return y; }")]
    [InlineData("{ x + y; return y; }")]
    [InlineData("{ foo bar; return y; }")]
    [InlineData("{ Unknown a = x; return a * a; }")]
    [InlineData("{ var a; return x; }")]
    [InlineData("{ float x = 1; return x; }")]
    [InlineData("{ float a = 1, a = 2; return a; }")]
    [InlineData("{ const float a = x; return a; }")]
    [InlineData("{ x += ; return x; }")]
    [InlineData("{ x += \"\"; return x; }")]
    [InlineData("{ if return x; }")]
    [InlineData("{ if (x) return x; return y; }")]
    [InlineData("{ else return x; }")]
    [InlineData("{ for (return x; }")]
    [InlineData("{ return x }")]
    [InlineData("{ yield return x; }")]
    [InlineData("{ goto nowhere; return x; }")]
    [InlineData("{ break; return x; }")]
    [InlineData("{ 1 = x; return x; }")]
    [InlineData("{ MathF.Abs(x) = y; return x; }")]
    [InlineData(";")]
    [InlineData("")]
    public async Task CompilerReportsItsOwn(string body)
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(Head + body + " }"));
        Assert.Contains(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        GeneratorTester.Run(compilation);
        Assert.Empty(await AnalyzerTester.AnalyzeAsync(compilation));
    }

    [Theory]
    [InlineData("[ElementwiseLoss] partial class Loss { [Formula] static Unknown Value(float x) => 1; }")]
    [InlineData("[ElementwiseLoss] partial class Loss { [Formula] static float Value(Unknown x, float y) => y; }")]
    [InlineData("[ElementwiseLoss] partial class Loss { [Formula] static float Value(float x, [Parameter(Minimum = \"\")] float a) => x; }")]
    [InlineData("[ElementwiseLoss] partial class Loss { [Formula] static float Value(float x, [Parameter(Minimum = new double[] { 1 })] float a = 2) => x; }")]
    [InlineData("[ElementwiseLoss] partial class Loss { [Formula] static float Value(float x, [Parameter(Unknown = 1)] float a) => x; }")]
    [InlineData("[ElementwiseLoss] partial class Loss { [Formula] static float Value(float x, [Parameter(Minimum = 1)] float a = \"\") => x; }")]
    [InlineData("[ElementwiseLoss] partial class Loss { [Formula] static float Value(float x, [Parameter(Minimum = 1)] float a = ) => x; }")]
    [InlineData("[ElementwiseLoss] partial class Loss { [Formula] static float Value(float x, [Parameter] float a = 1, float y) => x; }")]
    [InlineData("[ElementwiseLoss] partial class Loss { [Formula] static float Value(float x, float x) => x; }")]
    [InlineData("[ElementwiseLoss] partial class Loss { [Formula] static float (float x) => x; }")]
    [InlineData("[ElementwiseLoss(Reduction = Sum)] partial class Loss { [Formula] static float Value(float x) => x; }")]
    [InlineData("[ElementwiseLoss(Element = ElementType.Double)] partial class Loss { [Formula] static float Value(float x) => x; }")]
    [InlineData("[ElementwiseLoss] partial class Loss { [Formula] int field; [Formula] static float Value(float x) => x; }")]
    public async Task HalfTypedSignatures(string source)
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse("using LossGen; " + source));
        Assert.Contains(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        GeneratorTester.Run(compilation);
        await AnalyzerTester.AnalyzeAsync(compilation);
    }
}
