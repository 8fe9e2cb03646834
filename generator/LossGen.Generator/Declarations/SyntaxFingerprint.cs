using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Declarations;

/// <summary>
/// Fingerprints what the compiler sees of syntax, node by node in source order: kinds, numbers of children, tokens, whether they were missing or wrong,
/// and, between tokens, those that the parser skipped and <c>#nullable</c> directives.
/// </summary>
/// <remarks>
/// Kinds and numbers of children determine the tree (those of the root end with the file), so that equal fingerprints mean equal trees. Other directives do not
/// count: <c>#if</c> and
/// <c>#define</c> show in the tokens that they let through, the rest affect only diagnostics.
/// </remarks>
internal static class SyntaxFingerprint
{
    /// <summary>Adds a node or token, without the children of a node.</summary>
    public static void Add(this ref Fingerprint fingerprint, SyntaxNodeOrToken item)
    {
        fingerprint.Add(item.RawKind);
        if (item.AsNode() is { } node)
        {
            fingerprint.Add(node is CompilationUnitSyntax ? 0 : node.ChildNodesAndTokens().Count);
            return;
        }

        SyntaxToken token = item.AsToken();
        fingerprint.Add(token.Text);
        fingerprint.Add((token.IsMissing ? 1 : 0) + (token.ContainsDiagnostics ? 2 : 0));
        fingerprint.AddBetween(token.LeadingTrivia);
        fingerprint.AddBetween(token.TrailingTrivia);
    }

    /// <summary>Adds what affects the outside of a node that is itself omitted.</summary>
    public static void AddAround(this ref Fingerprint fingerprint, SyntaxNode node)
    {
        fingerprint.AddBetween(node.GetLeadingTrivia());
        fingerprint.AddBetween(node.GetTrailingTrivia());
        if (node.ContainsDirectives)
        {
            foreach (SyntaxTrivia directive in node.DescendantTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.NullableDirectiveTrivia)))
            {
                fingerprint.Add(directive.ToString());
            }
        }
    }

    private static void AddBetween(this ref Fingerprint fingerprint, SyntaxTriviaList list)
    {
        foreach (SyntaxTrivia trivia in list)
        {
            if (trivia.Kind() is SyntaxKind.SkippedTokensTrivia or SyntaxKind.NullableDirectiveTrivia)
            {
                fingerprint.Add(trivia.RawKind);
                fingerprint.Add(trivia.ToString());
            }
        }
    }
}
