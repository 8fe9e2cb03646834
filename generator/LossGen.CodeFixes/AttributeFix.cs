using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>One way to rewrite the attribute of a loss.</summary>
/// <param name="Title">What the editor offers.</param>
/// <param name="EquivalenceKey">Tells it from the other fixes of the same diagnostic.</param>
/// <param name="Apply">The rewriting.</param>
internal sealed record AttributeFix(string Title, string EquivalenceKey, Func<AttributeSyntax, AttributeSyntax> Apply);
