using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Declarations;

/// <summary>
/// Decides who reports the errors of declarations: the analyzer, for whose diagnostics every editor and <c>dotnet format</c> offer the code fixes, and the
/// generator only in projects that do not run analyzers. Both ask here, so that each error is reported once, whichever runs.
/// </summary>
internal static class ErrorReporter
{
    /// <summary>The project property that says that analyzers do not run, from the package's <c>LossGen.targets</c>.</summary>
    public const string AnalyzersSkipped = "build_property.LossGenAnalyzersSkipped";

    public static bool IsGenerator(AnalyzerConfigOptions project) =>
        project.TryGetValue(AnalyzersSkipped, out string? value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the generator reports the problem in place of the analyzer.</summary>
    public static bool IsError(Diagnostic problem) => problem.DefaultSeverity == DiagnosticSeverity.Error;

    /// <summary>Finds the errors of a declaration again, with their places in this compilation.</summary>
    public static EquatableArray<Diagnostic> Find(TypeDeclarationSyntax part, Compilation compilation, CancellationToken cancellation)
    {
        SemanticModel model = compilation.GetSemanticModel(part.SyntaxTree);
        return model.GetDeclaredSymbol(part, cancellation) is INamedTypeSymbol type
            ? LossParser.Parse(type, model, new CaseTwins(compilation.Assembly), cancellation).Problems.Where(IsError).ToEquatableArray()
            : default;
    }
}
