using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>The pages in docs/diagnostics: one for each id, whose first example is wrong and whose second is right.</summary>
public sealed partial class DiagnosticPageTests
{
    public static TheoryData<string> Ids() => [.. Descriptors.All.Select(static descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task FirstExampleFailsAndSecondIsCorrect(string id)
    {
        Example[] examples = [.. ExampleText().Matches(Page(id)).Select(static match => new Example(match.Groups["project"].Value, match.Groups["code"].Value))];
        Assert.Equal(2, examples.Length);

        CSharpCompilation wrong = examples[0].Compile();
        Assert.DoesNotContain(Compilations.Complaints(wrong, [.. wrong.SyntaxTrees]), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        ImmutableArray<Diagnostic> diagnostics = await AnalyzerTester.AnalyzeAsync(wrong);
        Assert.NotEmpty(diagnostics);
        Assert.All(diagnostics, diagnostic => Assert.Equal(id, diagnostic.Id));
        Assert.All(diagnostics, diagnostic => Assert.Same(wrong.SyntaxTrees.Single(), diagnostic.Location.SourceTree));
        Assert.All(diagnostics, static diagnostic => Assert.False(diagnostic.Location.SourceSpan.IsEmpty));

        // A warning does not stop the generator.
        bool isError = diagnostics[0].Severity == DiagnosticSeverity.Error;
        Assert.Equal(isError, GeneratorTester.Generate(wrong).IsEmpty);

        CSharpCompilation right = examples[1].Compile();
        Assert.Empty(await AnalyzerTester.AnalyzeAsync(right));
        Assert.NotEmpty(GeneratorTester.Generate(right));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void PageBearsTheTitleAndIsLinked(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors.All.Single(descriptor => descriptor.Id == id);

        Assert.StartsWith($"# {id}: {Title(descriptor)}\n", Page(id), StringComparison.Ordinal);
        Assert.Equal($"https://github.com/lossgen/lossgen/blob/main/docs/diagnostics/{id}.md", descriptor.HelpLinkUri);
    }

    [Fact]
    public void IdsAreUniqueAndCountUp() =>
        Assert.Equal(Enumerable.Range(1, Descriptors.All.Length).Select(static number => $"LG{number:0000}"), Descriptors.All.Select(static descriptor => descriptor.Id));

    [Fact]
    public void EveryPageHasADescriptor() => Assert.Equal(
        Descriptors.All.Select(static descriptor => descriptor.Id + ".md").Append("README.md"),
        Directory.GetFiles(Repository.DiagnosticPages).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

    /// <summary>The fields are what users of the library see; the list is what the analyzer registers.</summary>
    [Fact]
    public void ListIsComplete() => Assert.Equal(
        typeof(Descriptors).GetFields()
            .Where(static field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(static field => (DiagnosticDescriptor)field.GetValue(null)!)
            .OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal),
        Descriptors.All);

    private static string Page(string id) => File.ReadAllText(Path.Combine(Repository.DiagnosticPages, id + ".md"));

    private static string Title(DiagnosticDescriptor descriptor) => descriptor.Title.ToString(CultureInfo.InvariantCulture);

    /// <summary>Lines of the project file, where they matter, and the source.</summary>
    [GeneratedRegex("(```xml\n(?<project>[^`]*)```\n\n)?```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex ExampleText();
}
