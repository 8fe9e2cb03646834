using System.Collections.Immutable;
using System.Composition;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace LossGen.CodeFixes;

/// <summary>Puts one call of <c>ForwardBackward</c>, with the arguments of <c>Backward</c>, in the place of <c>Forward</c>: value and gradients are the same, bit for bit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseForwardBackwardCodeFixProvider))]
[Shared]
public sealed class UseForwardBackwardCodeFixProvider : UnambiguousCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.FusableCalls.Id];

    internal override string Title(SyntaxNode root, Diagnostic diagnostic) => "Use ForwardBackward";

    internal override SyntaxNode Fix(Document document, SyntaxNode root, ImmutableArray<Diagnostic> diagnostics)
    {
        var editor = new SyntaxEditor(root, document.Project.Solution.Services);
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (Find<InvocationExpressionSyntax>(root, diagnostic.Location) is { } forward
                && Find<InvocationExpressionSyntax>(root, diagnostic.AdditionalLocations[0]) is { } backward
                && forward.FirstAncestorOrSelf<StatementSyntax>() is { } kept
                && backward.FirstAncestorOrSelf<StatementSyntax>() is { } removed)
            {
                InvocationExpressionSyntax fused = Rename(backward).WithTriviaFrom(forward);
                editor.ReplaceNode(kept, WithCommentsOf(removed, kept, kept.ReplaceNode(forward, fused)));
                editor.RemoveNode(removed.Parent is GlobalStatementSyntax global ? global : removed, SyntaxRemoveOptions.KeepNoTrivia);
            }
        }

        return editor.GetChangedRoot();
    }

    private static InvocationExpressionSyntax Rename(InvocationExpressionSyntax backward)
    {
        SimpleNameSyntax name = backward.Expression is MemberAccessExpressionSyntax access ? access.Name : (SimpleNameSyntax)backward.Expression;
        return backward.ReplaceNode(name, SyntaxFactory.IdentifierName("ForwardBackward").WithTriviaFrom(name));
    }

    // What stood above or behind the statement that goes stands above or behind the one that stays, in the old order.
    private static StatementSyntax WithCommentsOf(StatementSyntax removed, StatementSyntax kept, StatementSyntax fused)
    {
        bool isRemovedFirst = removed.SpanStart < kept.SpanStart;
        (StatementSyntax first, StatementSyntax second) = isRemovedFirst ? (removed, kept) : (kept, removed);
        SyntaxTriviaList leading = first.GetLeadingTrivia();
        if (second.GetLeadingTrivia().Any(IsComment))
        {
            leading = leading.AddRange(second.GetLeadingTrivia().SkipWhile(static trivia => !IsComment(trivia)));
        }

        SyntaxTriviaList trailing = second.GetTrailingTrivia();
        SyntaxTrivia[] comment = [.. first.GetTrailingTrivia().Where(static trivia => !trivia.IsKind(SyntaxKind.EndOfLineTrivia))];
        if (comment.Any(IsComment))
        {
            trailing = trailing.InsertRange(0, comment);
        }

        return fused.WithLeadingTrivia(leading).WithTrailingTrivia(trailing);
    }

    private static bool IsComment(SyntaxTrivia trivia) => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia);
}
