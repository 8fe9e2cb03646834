using System.Collections.Immutable;
using System.Composition;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>Writes −1 for each 0 among literal hinge labels.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RescaleHingeLabelsCodeFixProvider))]
[Shared]
public sealed class RescaleHingeLabelsCodeFixProvider : SyntaxCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.HingeLabels.Id];

    /// <summary>None: labels of 0 and 1 may also mean that another loss was wanted, and they are data.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    internal override Task<IEnumerable<SyntaxFix<SyntaxNode>>> FindFixesAsync(Document document, SyntaxNode root, Diagnostic diagnostic, CancellationToken cancellation) =>
        Task.FromResult<IEnumerable<SyntaxFix<SyntaxNode>>>(FindZeros(root, diagnostic) is { Length: > 0 } zeros
            ? [new("Write the labels 0 as -1", Variant: null, tree => tree.ReplaceNodes(zeros, static (_, zero) => MinusOne(zero)))]
            : []);

    // None where one of them is a named constant: it says what it is, and changing it is for whoever named it.
    private static LiteralExpressionSyntax[] FindZeros(SyntaxNode root, Diagnostic diagnostic)
    {
        LiteralExpressionSyntax[] literals = [.. diagnostic.AdditionalLocations.Select(location => Find<LiteralExpressionSyntax>(root, location)).OfType<LiteralExpressionSyntax>()];
        return literals.Length == diagnostic.AdditionalLocations.Count ? literals : [];
    }

    // Of 0.0f the suffix stays, and that it is no integer.
    private static ExpressionSyntax MinusOne(LiteralExpressionSyntax zero)
    {
        string text = zero.Token.Text;
        string digits = text.TrimEnd('f', 'F', 'd', 'D');
        string one = "-1" + (digits.Contains('.') ? ".0" : "") + text.Substring(digits.Length);
        return SyntaxFactory.ParseExpression(one).WithTriviaFrom(zero);
    }
}
