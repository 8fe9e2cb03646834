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

    /// <summary>All at once: nothing else could be meant, and the keyword changes nothing by itself.</summary>
    public override FixAllProvider GetFixAllProvider() => FixAll;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root is not null && FindLoss(root, diagnostic) is { } loss)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        Title(diagnostic, loss.Identifier.ValueText),
                        cancellation => MakePartialAsync(context.Document, [diagnostic], cancellation),
                        EquivalenceKey),
                    diagnostic);
            }
        }
    }

    private static string Title(Diagnostic diagnostic, string name) =>
        diagnostic.Id == Descriptors.ClassNotPartial.Id ? $"Make '{name}' partial" : $"Make the types around '{name}' partial";

    private static async Task<Document> MakePartialAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        if (root is null)
        {
            return document;
        }

        IEnumerable<TypeDeclarationSyntax> declarations = diagnostics.SelectMany(diagnostic => FindDeclarations(root, diagnostic)).Distinct();
        return document.WithSyntaxRoot(root.ReplaceNodes(declarations, static (_, declaration) => AddPartial(declaration)));
    }

    /// <summary>What the diagnostic asks to be partial: the loss, or those around it that are not yet.</summary>
    private static IEnumerable<TypeDeclarationSyntax> FindDeclarations(SyntaxNode root, Diagnostic diagnostic)
    {
        if (FindLoss(root, diagnostic) is not { } loss)
        {
            return [];
        }

        IEnumerable<TypeDeclarationSyntax> declarations =
            diagnostic.Id == Descriptors.ClassNotPartial.Id ? [loss] : loss.Ancestors().OfType<TypeDeclarationSyntax>();
        return declarations.Where(static declaration => !declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
    }

    private static TypeDeclarationSyntax? FindLoss(SyntaxNode root, Diagnostic diagnostic) =>
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
