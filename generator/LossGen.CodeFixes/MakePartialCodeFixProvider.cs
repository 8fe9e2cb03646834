using System.Collections.Immutable;
using System.Composition;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>Adds <c>partial</c> to a loss class or to a type around it, which changes nothing by itself.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialCodeFixProvider))]
[Shared]
public sealed class MakePartialCodeFixProvider : UnambiguousCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [Descriptors.ClassNotPartial.Id, Descriptors.ContainingTypeNotPartial.Id];

    internal override string? Title(SyntaxNode root, Diagnostic diagnostic) =>
        FindLoss(root, diagnostic)?.Identifier.ValueText is not { } name ? null
        : diagnostic.Id == Descriptors.ClassNotPartial.Id ? $"Make '{name}' partial"
        : $"Make the types around '{name}' partial";

    // Of two losses in one type each asks for the same partial.
    internal override SyntaxNode Fix(Document document, SyntaxNode root, ImmutableArray<Diagnostic> diagnostics)
    {
        IEnumerable<TypeDeclarationSyntax> declarations = diagnostics.SelectMany(diagnostic => FindDeclarations(root, diagnostic)).Distinct();
        return root.ReplaceNodes(declarations, static (_, declaration) => AddPartial(declaration));
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
