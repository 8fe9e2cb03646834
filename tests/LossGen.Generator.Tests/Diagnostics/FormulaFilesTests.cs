using System.Collections.Immutable;
using System.Globalization;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>Formulas in several files and classes: what they may use, and where anything else is reported.</summary>
public sealed class FormulaFilesTests
{
    private const string Loss = "[LossGen.ElementwiseLoss] partial class Loss";

    [Theory]
    [InlineData(Loss + ";", "partial class Loss { [LossGen.Formula] static float Value(float x, float y) => x - y; }")]
    [InlineData(Loss + " { [LossGen.Formula] static float Value(float x, float y) => Half(x - y); }", "partial class Loss { static float Half(float a) => a / Two; static readonly float Two = 2; }")]
    [InlineData(Loss + " { [LossGen.Formula] private static partial float Value(float x, float y); }", "partial class Loss { private static partial float Value(float x, float y) => x - y; }")]
    [InlineData(Loss + " : Base { [LossGen.Formula] static float Value(float x, float y) => Half(x - y); }", "class Base { protected static float Half(float a) => a / 2; }")]
    [InlineData("using static Other; " + Loss + " { [LossGen.Formula] static float Value(float x, float y) => Half(x - y) * Two; }", "static class Other { internal static float Half(float a) => a / Two; internal static readonly float Two = 2; }")]
    [InlineData("using A; " + Loss + " { [LossGen.Formula] static float Value(float x, float y) => (x - y).Half(); }", "namespace A { static class Other { internal static float Half(this float a) => a / 2; } }")]
    public async Task AnyFileOfTheProject(string loss, string other)
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(loss, "Loss.cs"), Compilations.Parse(other, "Other.cs"));
        Assert.Empty(await AnalyzerTester.AnalyzeAsync(compilation));
        Assert.Single(GeneratorTester.Generate(compilation));
    }

    /// <summary>A formula in another file belongs to the class: its problems are reported in that file.</summary>
    [Fact]
    public async Task ReportedInTheFileOfTheFormula()
    {
        Diagnostic problem = Assert.Single(await AnalyzeAsync(Loss + ";", "partial class Loss { [LossGen.Formula] static float Value(float x, float y) => x % y; }"));
        Assert.Equal("Other.cs", problem.Location.SourceTree!.FilePath);
        Assert.StartsWith("'x % y' cannot be compiled", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>For a method that several losses call, each is reported at its own call; no place is reported twice, and the method itself is not at fault.</summary>
    [Fact]
    public async Task ReportedWhereTheClassCalls()
    {
        const string Formula = " { [LossGen.Formula] static float Value(float x, float y) => Other.Outer(x) + Other.Outer(y); }";
        ImmutableArray<Diagnostic> problems = await AnalyzeAsync(
            Loss + Formula + " [LossGen.ElementwiseLoss] partial class Second" + Formula,
            "static class Other { public static float Outer(float a) => Inner(a) * 2; static float Inner(float a) => a % 2; }");
        Assert.Equal(2, problems.Length);
        Assert.Equal(2, problems.Select(static problem => problem.Location).Distinct().Count());
        Assert.All(problems, static problem =>
        {
            Assert.Equal("Loss.cs", problem.Location.SourceTree!.FilePath);
            Assert.Equal("Other.Outer(x)", problem.Location.SourceTree.ToString().Substring(problem.Location.SourceSpan.Start, problem.Location.SourceSpan.Length));
            Assert.StartsWith("'a % 2' in 'Other.Outer' cannot be compiled: a formula has no remainder", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            Assert.Equal("Other.cs", Assert.Single(problem.AdditionalLocations).SourceTree!.FilePath);
        });
    }

    [Theory]
    [InlineData("static class Other { public static readonly float Factor = System.Environment.TickCount; }", "'System.Environment.TickCount' in 'Other.Factor' cannot be compiled: a property's value")]
    [InlineData("static class Other { public static float Factor = 1; }", "'Other.Factor' cannot be compiled: it may change at run time")]
    public async Task FieldsOfOtherClasses(string other, string message) => Assert.StartsWith(
        message,
        Assert.Single(await AnalyzeAsync(Loss + " { [LossGen.Formula] static float Value(float x, float y) => Other.Factor * x * y; }", other)).GetMessage(CultureInfo.InvariantCulture),
        StringComparison.Ordinal);

    /// <summary>An editor references projects, not assemblies; their text still does not belong to this project.</summary>
    [Fact]
    public async Task AnotherProjectHasNoText()
    {
        CSharpCompilation other = Compilations.Create(Compilations.Parse("public static class Other { public static float Half(float a) => a / 2; public static readonly float Two = 2; }")).WithAssemblyName("Other");
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(Loss + " { [LossGen.Formula] static float Value(float x, float y) => Other.Half(x) * Other.Two - y; }"));
        Assert.Equal(
            ["LG0032", "LG0032"],
            (await AnalyzerTester.AnalyzeAsync(compilation.AddReferences(other.ToMetadataReference()))).Select(static problem => problem.Id));
        Assert.Empty(GeneratorTester.Files(GeneratorTester.Run(compilation.AddReferences(other.ToMetadataReference()))));
    }

    private static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string loss, string other)
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(loss, "Loss.cs"), Compilations.Parse(other, "Other.cs"));
        Assert.Empty(GeneratorTester.Files(GeneratorTester.Run(compilation)));
        return AnalyzerTester.AnalyzeAsync(compilation);
    }
}
