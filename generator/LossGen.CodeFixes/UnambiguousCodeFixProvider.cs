using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>What the fixes share that could mean nothing else: one rewriting settles any number of a document's diagnostics.</summary>
public abstract class UnambiguousCodeFixProvider : SyntaxCodeFixProvider
{
    private readonly FixAllProvider fixAll;

    // Not a batch of single fixes: two of them may want the same change, or changes of one node.
    private protected UnambiguousCodeFixProvider() => fixAll = FixAllProvider.Create(async (context, document, diagnostics) =>
        await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } root ? document.WithSyntaxRoot(Fix(document, root, diagnostics)) : document);

    public sealed override FixAllProvider GetFixAllProvider() => fixAll;

    internal sealed override Task<IEnumerable<SyntaxFix<SyntaxNode>>> FindFixesAsync(Document document, SyntaxNode root, Diagnostic diagnostic, CancellationToken cancellation) =>
        Task.FromResult<IEnumerable<SyntaxFix<SyntaxNode>>>(Title(root, diagnostic) is { } title ? [new(title, Variant: null, tree => Fix(document, tree, [diagnostic]))] : []);

    /// <summary>What the editor offers for a diagnostic; null for nothing.</summary>
    internal abstract string? Title(SyntaxNode root, Diagnostic diagnostic);

    /// <summary>Settles diagnostics, all of one document.</summary>
    internal abstract SyntaxNode Fix(Document document, SyntaxNode root, ImmutableArray<Diagnostic> diagnostics);
}
