using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Tests.Support;
using LossGen.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>The pages in docs/diagnostics: one for each id, whose first example is wrong and whose second is right.</summary>
public sealed partial class DiagnosticPageTests
{
    public static TheoryData<string> Ids() => [.. Descriptors.All.Select(static descriptor => descriptor.Id)];

    public static TheoryData<string> DeclarationIds() => [.. Descriptors.OfDeclarations.Select(static descriptor => descriptor.Id)];

    public static TheoryData<string> UsageIds() => [.. Descriptors.OfUsage.Select(static descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(DeclarationIds))]
    public async Task FirstDeclarationFailsAndSecondIsCorrect(string id)
    {
        (Example first, Example second) = Examples(id);

        CSharpCompilation wrong = first.Compile();
        Assert.DoesNotContain(Compilations.Complaints(wrong, [.. wrong.SyntaxTrees]), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        await ExpectAsync(id, wrong);

        // A warning does not stop the generator.
        Assert.Equal(Descriptor(id).DefaultSeverity == DiagnosticSeverity.Error, GeneratorTester.Generate(wrong).IsEmpty);

        CSharpCompilation right = second.Compile();
        Assert.Empty(await AnalyzerTester.AnalyzeAsync(right));
        Assert.NotEmpty(GeneratorTester.Generate(right));
    }

    [Theory]
    [MemberData(nameof(UsageIds))]
    public async Task FirstCallFailsAndSecondIsCorrect(string id)
    {
        (Example first, Example second) = Examples(id);

        await ExpectAsync(id, UsageTester.Compile(first.Source));
        Assert.Empty(await AnalyzerTester.AnalyzeAsync(UsageTester.Compile(second.Source)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void PageBearsTheTitleAndIsLinked(string id)
    {
        DiagnosticDescriptor descriptor = Descriptor(id);

        Assert.StartsWith($"# {id}: {Title(descriptor)}\n", Page(id), StringComparison.Ordinal);
        Assert.Equal($"https://github.com/lossgen/lossgen/blob/main/docs/diagnostics/{id}.md", descriptor.HelpLinkUri);
    }

    /// <summary>Ids of declarations and projects start at 1, those of calls at 101.</summary>
    [Fact]
    public void IdsAreUniqueAndCountUp()
    {
        int[] declarations = [.. Descriptors.All.Except(Descriptors.OfUsage).Select(Number)], calls = [.. Descriptors.OfUsage.Select(Number)];
        Assert.Equal(declarations.Distinct().Order(), declarations);
        Assert.All(declarations, static number => Assert.InRange(number, 1, 100));
        Assert.Equal(Enumerable.Range(101, calls.Length), calls);
    }

    [Fact]
    public void EveryPageHasADescriptor() => Assert.Equal(
        Descriptors.All.Select(static descriptor => descriptor.Id + ".md").Append("README.md"),
        Directory.GetFiles(Repository.DiagnosticPages).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

    [Fact]
    public void IndexListsEveryId() => Assert.Equal(
        Descriptors.All.Select(static descriptor => $"[{descriptor.Id}]({descriptor.Id}.md) | {Severity(descriptor)} | {Title(descriptor)}"),
        Page("README").Split('\n')
            .Where(static line => line.StartsWith("| [", StringComparison.Ordinal))
            .Select(static line => string.Join(" | ", line.Trim('|', ' ').Split(" | ").Take(3))));

    /// <summary>Rules report the fields; documents and analyzers use the list.</summary>
    [Fact]
    public void ListIsComplete() => Assert.Equal(
        typeof(Descriptors).GetFields()
            .Where(static field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(static field => (DiagnosticDescriptor)field.GetValue(null)!)
            .OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal),
        Descriptors.All);

    [Fact]
    public void EveryIdIsReportedByOneAnalyzer() => Assert.Equal(
        Descriptors.All.Except(Descriptors.OfBuild),
        AnalyzerTester.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal));

    /// <summary>The build reports it without the generator; the text must be the same.</summary>
    [Fact]
    public void TheBuildSaysWhatTheListSays()
    {
        XElement warning = Assert.Single(XDocument.Load(Path.Combine(Repository.Root, "runtime", "LossGen", "build", "LossGen.targets")).Descendants("Warning"));
        DiagnosticDescriptor descriptor = Assert.Single(Descriptors.OfBuild);
        Assert.Equal(DiagnosticSeverity.Warning, descriptor.DefaultSeverity);
        Assert.Equal(
            (descriptor.Id, descriptor.HelpLinkUri, string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), "$(Language)")),
            (warning.Attribute("Code")?.Value, warning.Attribute("HelpLink")?.Value, warning.Attribute("Text")?.Value));
    }

    private static async Task ExpectAsync(string id, Compilation wrong)
    {
        ImmutableArray<Diagnostic> diagnostics = await AnalyzerTester.AnalyzeAsync(wrong, id);
        Assert.NotEmpty(diagnostics);
        Assert.All(diagnostics, diagnostic => Assert.Equal(id, diagnostic.Id));
        Assert.All(diagnostics, diagnostic => Assert.Same(wrong.SyntaxTrees.First(), diagnostic.Location.SourceTree));
        Assert.All(diagnostics, static diagnostic => Assert.False(diagnostic.Location.SourceSpan.IsEmpty));
    }

    private static (Example First, Example Second) Examples(string id)
    {
        Example[] examples = [.. ExampleText().Matches(Page(id)).Select(static match => new Example(match.Groups["project"].Value, match.Groups["code"].Value))];
        Assert.Equal(2, examples.Length);
        return (examples[0], examples[1]);
    }

    private static DiagnosticDescriptor Descriptor(string id) => Descriptors.All.Single(descriptor => descriptor.Id == id);

    private static int Number(DiagnosticDescriptor descriptor) => int.Parse(descriptor.Id.AsSpan("LG".Length), CultureInfo.InvariantCulture);

    private static string Severity(DiagnosticDescriptor descriptor) => descriptor.DefaultSeverity.ToString().ToLowerInvariant();

    private static string Page(string id) => File.ReadAllText(Path.Combine(Repository.DiagnosticPages, id + ".md"));

    private static string Title(DiagnosticDescriptor descriptor) => descriptor.Title.ToString(CultureInfo.InvariantCulture);

    /// <summary>Lines of the project file, if they matter, and the source.</summary>
    [GeneratedRegex("(```xml\n(?<project>[^`]*)```\n\n)?```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex ExampleText();
}
