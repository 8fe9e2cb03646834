using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>What all fixes share: each rewrites the tree of the document that the diagnostic is in.</summary>
public abstract class SyntaxCodeFixProvider : CodeFixProvider
{
    private const string Suffix = "CodeFixProvider";

    // The same in every version, as it is what tells an editor that two fixes do one thing.
    private string EquivalenceKey => "LossGen." + GetType().Name.Substring(0, GetType().Name.Length - Suffix.Length);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (SyntaxFix<SyntaxNode> fix in await FindFixesAsync(context.Document, root, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                string key = fix.Variant is null ? EquivalenceKey : EquivalenceKey + "." + fix.Variant;
                context.RegisterCodeFix(CodeAction.Create(fix.Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(fix.Apply(root))), key), diagnostic);
            }
        }
    }

    /// <summary>The ways to settle a diagnostic, each a rewriting of the whole tree; none where it is left open what is meant.</summary>
    internal abstract Task<IEnumerable<SyntaxFix<SyntaxNode>>> FindFixesAsync(Document document, SyntaxNode root, Diagnostic diagnostic, CancellationToken cancellation);

    /// <summary>The innermost node of a kind at a place; null where there is none.</summary>
    private protected static T? Find<T>(SyntaxNode root, Location location)
        where T : SyntaxNode => root.FindNode(location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<T>();
}
