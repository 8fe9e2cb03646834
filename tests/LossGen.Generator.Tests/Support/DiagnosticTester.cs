using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Support;

/// <summary>Checks what the analyzer reports, and that the generator agrees: an error and a generated file exclude each other.</summary>
internal static class DiagnosticTester
{
    private const string Prelude = "using LossGen;\n";

    /// <summary>Expects one id at each marked place of the source, nothing else, and files for the valid losses; returns the messages.</summary>
    public static async Task<string[]> ExpectAsync(string id, string marked, int validLosses = 0)
    {
        MarkedSource source = MarkedSource.Parse(Prelude + marked);
        ImmutableArray<Diagnostic> diagnostics = await AnalyzeAsync(source.Text, validLosses, id);

        Assert.Equal(
            source.Spans.Select(span => id + " at " + source.Text.Substring(span.Start, span.Length)),
            diagnostics.Select(diagnostic => diagnostic.Id + " at " + source.Text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)));
        Assert.Equal(source.Spans, diagnostics.Select(static diagnostic => diagnostic.Location.SourceSpan));
        return [.. diagnostics.Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))];
    }

    /// <summary>Expects one id at one place with one message.</summary>
    public static async Task ExpectAsync(string id, string marked, string message, int validLosses = 0) =>
        Assert.Equal([message], await ExpectAsync(id, marked, validLosses));

    /// <summary>Expects one warning at one place with one message, and still files for all losses, which compile.</summary>
    public static async Task ExpectWarningAsync(string id, string marked, string message, int losses = 1)
    {
        await ExpectAsync(id, marked, message, losses);
        Assert.Equal(losses, GeneratorTester.Generate(MarkedSource.Parse(Prelude + marked).Text).Count);
    }

    /// <summary>Expects no diagnostic and a generated file for each loss, which compiles.</summary>
    public static async Task ExpectValidAsync(string source, int losses = 1)
    {
        Assert.Empty(await AnalyzeAsync(Prelude + source, losses));
        Assert.Equal(losses, GeneratorTester.Generate(Prelude + source).Count);
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source, int expectedFiles, string? expected = null)
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(source));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal(expectedFiles, GeneratorTester.Files(GeneratorTester.Run(compilation)).Length);
        return await AnalyzerTester.AnalyzeAsync(compilation, expected);
    }
}
