using Microsoft.CodeAnalysis;

namespace LossGen.CodeFixes;

/// <summary>One way to settle a diagnostic: the rewriting of a node.</summary>
/// <param name="Title">What the editor offers.</param>
/// <param name="Variant">Tells it from the provider's other fixes of the same diagnostic; null where there are none.</param>
/// <param name="Apply">The rewriting.</param>
internal sealed record SyntaxFix<T>(string Title, string? Variant, Func<T, T> Apply)
    where T : SyntaxNode;
