using LossGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>What all fixes of an attribute share: they are offered for one diagnostic at a time.</summary>
public abstract class AttributeCodeFixProvider : CodeFixProvider
{
    /// <summary>None: each of these fixes is one of several ways to settle what the declaration means, which only its author knows.</summary>
    public sealed override FixAllProvider? GetFixAllProvider() => null;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (Read(model!, diagnostic, context.CancellationToken) is not { } attribute)
            {
                continue;
            }

            foreach (AttributeFix fix in FindFixes(attribute, diagnostic))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(fix.Title, cancellation => FixAsync(context.Document, attribute.Syntax, fix, cancellation), fix.EquivalenceKey),
                    diagnostic);
            }
        }
    }

    /// <summary>The ways to settle a diagnostic; none where the attribute leaves open what is meant.</summary>
    internal abstract IEnumerable<AttributeFix> FindFixes(LossAttributeData attribute, Diagnostic diagnostic);

    private static async Task<Document> FixAsync(Document document, AttributeSyntax attribute, AttributeFix fix, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return root is null ? document : document.WithSyntaxRoot(root.ReplaceNode(attribute, fix.Apply(attribute)));
    }

    private static LossAttributeData? Read(SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SyntaxNode root = model.SyntaxTree.GetRoot(cancellation);
        AttributeSyntax? syntax = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>();
        AttributeData? data = syntax?.Parent?.Parent is TypeDeclarationSyntax declaration
            ? model.GetDeclaredSymbol(declaration, cancellation)?.GetAttributes().FirstOrDefault(attribute => attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) == syntax)
            : null;
        return LossAttributeName.Of(data?.AttributeClass) is { } name ? LossAttributeData.Read(name, data!, cancellation) : null;
    }
}
