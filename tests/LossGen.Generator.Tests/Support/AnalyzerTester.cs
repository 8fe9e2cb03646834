using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.ExceptionServices;
using LossGen.Generator.Analyzers;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Tests.Support;

/// <summary>Runs the analyzers on their own, as they run in an editor.</summary>
internal static class AnalyzerTester
{
    /// <summary>Every analyzer that the compiler would find.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. from type in typeof(LossDeclarationAnalyzer).Assembly.GetTypes()
           where type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null
           orderby type.FullName
           select (DiagnosticAnalyzer)Activator.CreateInstance(type)!,
    ];

    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source) => AnalyzeAsync(Compilations.Create(Compilations.Parse(source)));

    /// <summary>
    /// The analyzers' diagnostics in source order; exceptions of analyzers are rethrown. What a formula is compiled to is reported only on request,
    /// which is made here if that diagnostic is expected.
    /// </summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, string? expected = null) =>
        InOrder(await With(expected == Descriptors.FormulaCompiled.Id ? Asking(compilation, expected) : compilation).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));

    /// <summary>The compiler's diagnostics and the analyzers', as in a build.</summary>
    public static async Task<ImmutableArray<Diagnostic>> CompileAsync(Compilation compilation) =>
        InOrder(await With(compilation).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken));

    public static bool IsOfAnalyzer(Diagnostic diagnostic) => Descriptors.All.Contains(diagnostic.Descriptor);

    private static Compilation Asking(Compilation compilation, string id) =>
        compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(compilation.Options.SpecificDiagnosticOptions.SetItem(id, ReportDiagnostic.Info)));

    private static CompilationWithAnalyzers With(Compilation compilation)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: static (exception, _, _) => ExceptionDispatchInfo.Throw(exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        return compilation.WithAnalyzers(Analyzers, options);
    }

    private static ImmutableArray<Diagnostic> InOrder(ImmutableArray<Diagnostic> diagnostics)
    {
        Assert.DoesNotContain(diagnostics, static diagnostic => diagnostic.Id == "AD0001");
        return [.. diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }
}
