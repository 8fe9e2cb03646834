using System.Collections.Immutable;
using System.Composition;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>Writes −1 for each 0 among literal hinge labels.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RescaleHingeLabelsCodeFixProvider))]
[Shared]
public sealed class RescaleHingeLabelsCodeFixProvider : CodeFixProvider
{
    private const string Title = "Write the labels 0 as -1";
    private const string EquivalenceKey = "LossGen.RescaleHingeLabels";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.HingeLabels.Id];

    /// <summary>None: labels of 0 and 1 may also mean that another loss was wanted, and they are data.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root is not null && FindZeros(root, diagnostic).Length > 0)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(Title, cancellation => RescaleAsync(context.Document, diagnostic, cancellation), EquivalenceKey),
                    diagnostic);
            }
        }
    }

    private static async Task<Document> RescaleAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return root is null ? document : document.WithSyntaxRoot(root.ReplaceNodes(FindZeros(root, diagnostic), static (_, zero) => MinusOne(zero)));
    }

    // None where one of them is a named constant: it says what it is, and changing it is for whoever named it.
    private static LiteralExpressionSyntax[] FindZeros(SyntaxNode root, Diagnostic diagnostic)
    {
        SyntaxNode[] zeros = [.. diagnostic.AdditionalLocations.Select(location => root.FindNode(location.SourceSpan, getInnermostNodeForTie: true))];
        LiteralExpressionSyntax[] literals = [.. zeros.OfType<LiteralExpressionSyntax>()];
        return literals.Length == zeros.Length ? literals : [];
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
