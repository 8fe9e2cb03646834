using System.Globalization;
using Microsoft.CodeAnalysis;

namespace LossGen.Explorer.Compilation;

/// <summary>A diagnostic as the site shows it.</summary>
/// <param name="Id">Its id, such as LG0003.</param>
/// <param name="Severity">Error, warning or information.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Range">Where; null if it is not in the text.</param>
/// <param name="Help">The address of its page; null for none.</param>
public sealed record Problem(string Id, DiagnosticSeverity Severity, string Message, TextRange? Range, string? Help)
{
    public static Problem Of(Diagnostic diagnostic, SyntaxTree text) => new(
        diagnostic.Id,
        diagnostic.Severity,
        diagnostic.GetMessage(CultureInfo.InvariantCulture),
        diagnostic.Location.SourceTree == text ? TextRange.Of(diagnostic.Location) : null,
        string.IsNullOrEmpty(diagnostic.Descriptor.HelpLinkUri) ? null : diagnostic.Descriptor.HelpLinkUri);

    /// <summary>The severity as a word.</summary>
    public string Kind => Severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "information",
    };
}
