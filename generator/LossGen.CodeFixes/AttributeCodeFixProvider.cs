using System.Collections.Immutable;
using LossGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>What all fixes of an attribute share: a fix is offered for one diagnostic, or for all of its kind in a document at once.</summary>
public abstract class AttributeCodeFixProvider : CodeFixProvider
{
    // An attribute with two diagnostics is rewritten twice, where a batch of single fixes would try to merge two versions of it.
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create((context, document, diagnostics) =>
        FixAsync(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken)!);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (AttributeFix fix in FindFixes(model!, diagnostic, context.CancellationToken).Fixes)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        fix.Title,
                        cancellation => FixAsync(context.Document, [diagnostic], fix.EquivalenceKey, cancellation),
                        fix.EquivalenceKey),
                    diagnostic);
            }
        }
    }

    /// <summary>The ways to settle a diagnostic; none where the attribute leaves open what is meant.</summary>
    internal abstract IEnumerable<AttributeFix> FindFixes(LossAttributeData attribute, Diagnostic diagnostic);

    private async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? equivalenceKey, CancellationToken cancellation)
    {
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        ILookup<AttributeSyntax?, AttributeFix> fixes = diagnostics
            .Select(diagnostic => FindFixes(model!, diagnostic, cancellation))
            .SelectMany(static found => found.Fixes, static (found, fix) => (found.Attribute, Fix: fix))
            .Where(found => found.Fix.EquivalenceKey == equivalenceKey)
            .ToLookup(static found => found.Attribute, static found => found.Fix);
        SyntaxNode root = await model!.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        return document.WithSyntaxRoot(root.ReplaceNodes(
            fixes.Select(static attribute => attribute.Key!),
            (original, _) => fixes[original].Aggregate(original, static (attribute, fix) => fix.Apply(attribute))));
    }

    private (AttributeSyntax? Attribute, AttributeFix[] Fixes) FindFixes(SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SyntaxNode root = model.SyntaxTree.GetRoot(cancellation);
        AttributeSyntax? syntax = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>();
        AttributeData? data = syntax?.Parent?.Parent is TypeDeclarationSyntax declaration
            ? model.GetDeclaredSymbol(declaration, cancellation)?.GetAttributes().FirstOrDefault(attribute => attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) == syntax)
            : null;
        return LossAttributeName.Of(data?.AttributeClass) is { } name && LossAttributeData.Read(name, data!, cancellation) is { } loss
            ? (syntax, [.. FindFixes(loss, diagnostic)])
            : (syntax, []);
    }
}
