using System.Collections.Immutable;
using System.Composition;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>Adds <c>partial</c> to a loss class or to a type around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialCodeFixProvider))]
[Shared]
public sealed class MakePartialCodeFixProvider : CodeFixProvider
{
    private const string EquivalenceKey = "LossGen.MakePartial";

    // Of two losses in one type each asks for the same partial, so a batch of single fixes would write it twice.
    private static readonly FixAllProvider FixAll = FixAllProvider.Create(static (context, document, diagnostics) =>
        MakePartialAsync(document, diagnostics, context.CancellationToken)!);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [Descriptors.ClassNotPartial.Id, Descriptors.ContainingTypeNotPartial.Id];

    public override FixAllProvider GetFixAllProvider() => FixAll;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root is not null && FindDeclaration(root, diagnostic) is { } declaration)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Make '{declaration.Identifier.ValueText}' partial",
                        cancellation => MakePartialAsync(context.Document, [diagnostic], cancellation),
                        EquivalenceKey),
                    diagnostic);
            }
        }
    }

    private static async Task<Document> MakePartialAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        if (root is null)
        {
            return document;
        }

        // Inner declarations are rewritten before the outer ones that contain them.
        IEnumerable<TypeDeclarationSyntax> declarations = diagnostics.Select(diagnostic => FindDeclaration(root, diagnostic)).OfType<TypeDeclarationSyntax>();
        return document.WithSyntaxRoot(root.ReplaceNodes(declarations, static (_, declaration) => AddPartial(declaration)));
    }

    private static TypeDeclarationSyntax? FindDeclaration(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindToken(diagnostic.Location.SourceSpan.Start).Parent as TypeDeclarationSyntax;

    private static TypeDeclarationSyntax AddPartial(TypeDeclarationSyntax declaration)
    {
        if (declaration.Modifiers.Count > 0)
        {
            return declaration.AddModifiers(SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space));
        }

        // Without another modifier the comments and the indentation before the keyword now stand before partial.
        SyntaxToken partial = SyntaxFactory.Token(declaration.Keyword.LeadingTrivia, SyntaxKind.PartialKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        return (TypeDeclarationSyntax)declaration
            .WithKeyword(declaration.Keyword.WithLeadingTrivia())
            .WithModifiers(SyntaxFactory.TokenList(partial));
    }
}
