using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Tests.Support;
using LossGen.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>The tables of docs/diagnostics/README.md: every row is compiled, and its claims hold.</summary>
public sealed partial class InventoryTests
{
    private const string Declarations = "Declarations";
    private const string Cases = "Every case of a declaration";
    private const string Compiler = "What C# itself refuses";
    private const string Allowed = "What is allowed";

    public static TheoryData<string, string> Reported() =>
    [
        .. from row in Rows(Declarations) where Id(row[0]) != Descriptors.LanguageWithoutGenerator.Id select (Id(row[0]), row[3]),
        .. from row in Rows(Cases) select (row[0], row[3]),
    ];

    public static TheoryData<string, string> OfTheCompiler() => [.. from row in Rows(Compiler) select (row[0], row[2])];

    public static TheoryData<string> WithoutAWord() => [.. from row in Rows(Allowed) select row[1]];

    [Theory]
    [MemberData(nameof(Reported))]
    public async Task RowReportsItsId(string id, string cell)
    {
        CSharpCompilation compilation = Compile(cell);
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        ImmutableArray<Diagnostic> diagnostics = await AnalyzerTester.AnalyzeAsync(compilation, id);

        Assert.NotEmpty(diagnostics);
        Assert.All(diagnostics, diagnostic => Assert.Equal(id, diagnostic.Id));
    }

    [Theory]
    [MemberData(nameof(OfTheCompiler))]
    public async Task CompilerReportsItsOwn(string id, string cell)
    {
        CSharpCompilation compilation = Compile(cell);

        Assert.Contains(compilation.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Id == id);
        Assert.Empty(await AnalyzerTester.AnalyzeAsync(compilation));
        Assert.Empty(GeneratorTester.Files(GeneratorTester.Run(compilation)));
    }

    [Theory]
    [MemberData(nameof(WithoutAWord))]
    public async Task AllowedRowIsGenerated(string cell)
    {
        CSharpCompilation compilation = Compile(cell);

        Assert.Empty(await AnalyzerTester.AnalyzeAsync(compilation));
        Assert.Single(GeneratorTester.Generate(compilation));
    }

    /// <summary>The ids, severities and titles are checked with the pages.</summary>
    [Fact]
    public void EveryRowOfTheTableSaysHowToFixIt() => Assert.All(Rows(Declarations), static row => Assert.NotEmpty(row[4]));

    [Fact]
    public void NoCaseIsListedTwice()
    {
        string[] declarations = [.. Rows(Cases).Select(static row => row[3])];
        Assert.Equal(declarations.Distinct(), declarations);
    }

    private static CSharpCompilation Compile(string cell)
    {
        string[] code = [.. Code().Matches(cell).Select(static match => match.Groups["code"].Value)];
        string source = code.Single(static part => part[0] != '<');
        bool isAttributeAlone = source[0] == '[' && source[^1] == ']' && !source.StartsWith("[assembly:", StringComparison.Ordinal);

        // Nothing may precede an extern alias.
        string prelude = source.StartsWith("extern alias", StringComparison.Ordinal) ? "" : "using LossGen; ";
        return new Example(string.Join("\n", code.Where(static part => part[0] == '<')), prelude + source + (isAttributeAlone ? " partial class Loss { }" : "")).Compile();
    }

    private static string Id(string link) => link[1..link.IndexOf(']', StringComparison.Ordinal)];

    /// <summary>The cells of the table below a heading, without the header row.</summary>
    private static string[][] Rows(string heading)
    {
        string page = File.ReadAllText(Path.Combine(Repository.DiagnosticPages, "README.md"));
        string section = page.Split("\n## ").Single(section => section.StartsWith(heading + "\n", StringComparison.Ordinal));
        return [.. section.Split('\n').Where(static line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(static line => line.Trim('|', ' ').Split(" | "))];
    }

    [GeneratedRegex("`(?<code>[^`]*)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();
}
