using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace LossGen.Explorer.Compilation;

/// <summary>A code fix that applies to a diagnostic.</summary>
/// <param name="Diagnostic">What it settles.</param>
/// <param name="Title">What an editor would offer.</param>
/// <param name="Document">The text that it changes.</param>
/// <param name="Action">The change.</param>
public sealed record OfferedFix(Diagnostic Diagnostic, string Title, Document Document, CodeAction Action)
{
    /// <summary>The text with the fix.</summary>
    public async Task<string> ApplyAsync()
    {
        ImmutableArray<CodeActionOperation> operations = await Action.GetOperationsAsync(CancellationToken.None);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await changed.GetDocument(Document.Id)!.GetTextAsync()).ToString();
    }
}
