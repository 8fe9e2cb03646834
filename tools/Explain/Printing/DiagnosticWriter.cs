using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Spectre.Console;

namespace LossGen.Explain.Printing;

/// <summary>Writes diagnostics as the compiler does.</summary>
internal static class DiagnosticWriter
{
    public static void Write(IEnumerable<Diagnostic> diagnostics, Page page)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            page.Line(CSharpDiagnosticFormatter.Instance.Format(diagnostic, CultureInfo.InvariantCulture), StyleOf(diagnostic.Severity));
        }
    }

    private static Style StyleOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => Color.Red,
        DiagnosticSeverity.Warning => Color.Yellow,
        _ => Color.Aqua,
    };
}
