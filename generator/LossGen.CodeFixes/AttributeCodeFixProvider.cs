using LossGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>What all fixes of an attribute share: they are offered for one diagnostic at a time.</summary>
public abstract class AttributeCodeFixProvider : SyntaxCodeFixProvider
{
    /// <summary>None: each of these fixes is one of several ways to settle what the declaration means, which only its author knows.</summary>
    public sealed override FixAllProvider? GetFixAllProvider() => null;

    internal sealed override async Task<IEnumerable<SyntaxFix<SyntaxNode>>> FindFixesAsync(Document document, SyntaxNode root, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return Read(model!, root, diagnostic, cancellation) is { Syntax: var syntax } attribute
            ? FindFixes(attribute, diagnostic).Select(fix => new SyntaxFix<SyntaxNode>(fix.Title, fix.Variant, tree => tree.ReplaceNode(syntax, fix.Apply(syntax))))
            : [];
    }

    /// <summary>The ways to settle a diagnostic; none where the attribute leaves open what is meant.</summary>
    internal abstract IEnumerable<SyntaxFix<AttributeSyntax>> FindFixes(LossAttributeData attribute, Diagnostic diagnostic);

    private static LossAttributeData? Read(SemanticModel model, SyntaxNode root, Diagnostic diagnostic, CancellationToken cancellation)
    {
        AttributeSyntax? syntax = Find<AttributeSyntax>(root, diagnostic.Location);
        AttributeData? data = syntax?.Parent?.Parent is TypeDeclarationSyntax declaration
            ? model.GetDeclaredSymbol(declaration, cancellation)?.GetAttributes().FirstOrDefault(attribute => attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) == syntax)
            : null;
        return LossAttributeName.Of(data?.AttributeClass) is { } name ? LossAttributeData.Read(name, data!, cancellation) : null;
    }
}
