using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Mutation.Places;

/// <summary>Finds every place of a file that can be changed, and what to.</summary>
internal sealed partial class MutantFinder : CSharpSyntaxWalker
{
    private readonly string file;
    private readonly List<Mutant> found = [];

    private MutantFinder(string file)
    {
        this.file = file;
    }

    public static IReadOnlyList<Mutant> Find(SyntaxTree tree, string file)
    {
        MutantFinder finder = new(file);
        finder.Visit(tree.GetRoot());
        return finder.found;
    }

    public override void Visit(SyntaxNode? node)
    {
        if (node is not null && !Excluded.Is(node))
        {
            base.Visit(node);
        }
    }

    public override void VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.CoalesceExpression))
        {
            Replace(node, node.Right.ToString());
        }
        else if (!HasText(node))
        {
            Exchange(node.OperatorToken);
        }

        base.VisitBinaryExpression(node);
    }

    public override void VisitBinaryPattern(BinaryPatternSyntax node)
    {
        Exchange(node.OperatorToken);
        base.VisitBinaryPattern(node);
    }

    public override void VisitRelationalPattern(RelationalPatternSyntax node)
    {
        Exchange(node.OperatorToken);
        base.VisitRelationalPattern(node);
    }

    public override void VisitUnaryPattern(UnaryPatternSyntax node)
    {
        Replace(node, node.Pattern.ToString());
        base.VisitUnaryPattern(node);
    }

    public override void VisitConstantPattern(ConstantPatternSyntax node)
    {
        if (node.Expression.IsKind(SyntaxKind.NullLiteralExpression) && node.Parent is not UnaryPatternSyntax)
        {
            Replace(node, "not null");
        }

        base.VisitConstantPattern(node);
    }

    public override void VisitAssignmentExpression(AssignmentExpressionSyntax node)
    {
        Exchange(node.OperatorToken);
        base.VisitAssignmentExpression(node);
    }

    public override void VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        if (node.Kind() is SyntaxKind.LogicalNotExpression or SyntaxKind.UnaryMinusExpression or SyntaxKind.BitwiseNotExpression)
        {
            Replace(node, node.Operand.ToString());
        }
        else if (node.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression)
        {
            Exchange(node.OperatorToken);
        }

        base.VisitPrefixUnaryExpression(node);
    }

    public override void VisitPostfixUnaryExpression(PostfixUnaryExpressionSyntax node)
    {
        Exchange(node.OperatorToken);
        base.VisitPostfixUnaryExpression(node);
    }

    // Texts are joined by what otherwise adds.
    private static bool HasText(BinaryExpressionSyntax node) => node.IsKind(SyntaxKind.AddExpression)
        && node.DescendantNodesAndSelf().Any(static part => part is InterpolatedStringExpressionSyntax || part.IsKind(SyntaxKind.StringLiteralExpression));

    private void Exchange(SyntaxToken token)
    {
        if (Tokens.Operators.TryGetValue(token.Kind(), out string? other))
        {
            Add(token.GetLocation(), token.Text, other);
        }
    }

    private void Replace(SyntaxNode node, string text) => Add(node.GetLocation(), node.ToString(), text);

    private void Add(Location location, string original, string text) =>
        found.Add(new Mutant(file, location.GetLineSpan().StartLinePosition.Line + 1, location.SourceSpan, original, text));
}
