using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>
/// If a project raises all rules at once, in its <c>.editorconfig</c>, a rule that reports nothing wrong stays hidden; it is shown if it is raised by its id.
/// A suggestion is raised like any other rule, since it can be followed.
/// </summary>
public sealed class BulkSeverityTests
{
    private const string Source =
        """
        using LossGen;

        [ElementwiseLoss]
        public sealed partial class DistanceLoss
        {
            [Formula]
            private static float Value(float prediction, float target) => (prediction - target) * (prediction - target);
        }

        public static class Training
        {
            public static float Step(DistanceLoss loss, float[] x, float[] y, float[] gradient)
            {
                float value = loss.Forward(x, y);
                loss.Backward(x, y, gradient);
                return value;
            }
        }
        """;

    [Theory]
    [InlineData("dotnet_analyzer_diagnostic.severity = error", "LG0101 Error")]
    [InlineData("dotnet_analyzer_diagnostic.severity = warning", "LG0101 Warning")]
    [InlineData("dotnet_analyzer_diagnostic.category-LossGen.severity = error", "LG0101 Error")]
    [InlineData("dotnet_analyzer_diagnostic.severity = none", "")]
    [InlineData("", "LG0101 Info")]
    [InlineData("dotnet_diagnostic.LG0036.severity = suggestion", "LG0036 Info, LG0101 Info")]
    [InlineData("dotnet_analyzer_diagnostic.severity = error\ndotnet_diagnostic.LG0036.severity = warning\ndotnet_diagnostic.LG0101.severity = suggestion", "LG0036 Warning, LG0101 Info")]
    public async Task AllAtOnce(string settings, string expected)
    {
        CSharpCompilation compilation = UsageTester.Compile(Source);
        AnalyzerConfigSet config = AnalyzerConfigSet.Create(ImmutableArray.Create(AnalyzerConfig.Parse("root = true\n[*.cs]\n" + settings, "/.editorconfig")));
        CSharpCompilationOptions options = compilation.Options.WithSyntaxTreeOptionsProvider(new Severities(config));

        ImmutableArray<Diagnostic> diagnostics = await compilation.WithOptions(options)
            .WithAnalyzers(AnalyzerTester.Analyzers, new AnalyzerOptions([], new Settings(config)))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected, string.Join(", ", diagnostics.OrderBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal).Select(static diagnostic => $"{diagnostic.Id} {diagnostic.Severity}")));
    }

    // As the compiler passes a file's settings on: severities by id in one place, everything else in another.
    private static AnalyzerConfigOptionsResult For(AnalyzerConfigSet config, SyntaxTree tree) => config.GetOptionsForSourcePath("/" + tree.FilePath);

    private sealed class Severities(AnalyzerConfigSet config) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            For(config, tree).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            config.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }

    private sealed class Settings(AnalyzerConfigSet config) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(config.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(For(config, tree).AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
