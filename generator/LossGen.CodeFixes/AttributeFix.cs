using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>One way to rewrite the attribute of a loss.</summary>
/// <param name="Title">What the editor offers.</param>
/// <param name="EquivalenceKey">Equal for fixes that are applied together.</param>
/// <param name="Apply">The rewriting. It names what it changes rather than holding a node, so that others can follow it.</param>
internal sealed record AttributeFix(string Title, string EquivalenceKey, Func<AttributeSyntax, AttributeSyntax> Apply);
