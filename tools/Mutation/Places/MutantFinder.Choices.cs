using System.Globalization;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Mutation.Places;

/// <content>Conditions, constants and calls.</content>
internal sealed partial class MutantFinder
{
    public override void VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        Replace(node, $"{node.Condition} ? {node.WhenFalse} : {node.WhenTrue}");
        base.VisitConditionalExpression(node);
    }

    public override void VisitIfStatement(IfStatementSyntax node)
    {
        Negate(node.Condition);
        base.VisitIfStatement(node);
    }

    public override void VisitWhenClause(WhenClauseSyntax node)
    {
        Negate(node.Condition);
        base.VisitWhenClause(node);
    }

    public override void VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        switch (node.Token.Value)
        {
            case true:
                Replace(node, "false");
                break;
            case false:
                Replace(node, "true");
                break;
            case int value:
                Replace(node, value == 0 ? "1" : value == 1 ? "0" : (value + 1L).ToString(CultureInfo.InvariantCulture));
                break;
            case float or double:
                Replace(node, node.Token.ValueText is "0" or "0.0" ? "1" + Suffix(node) : $"(-{node})");
                break;
        }
    }

    public override void VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        if (node.Expression is InvocationExpressionSyntax call && !Excluded.Is(call))
        {
            Replace(node, ";");
        }

        base.VisitExpressionStatement(node);
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (node.Expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } && Tokens.Methods.TryGetValue(name.Identifier.ValueText, out string? other))
        {
            Replace(name, other);
        }

        base.VisitInvocationExpression(node);
    }

    private static string Suffix(LiteralExpressionSyntax node) => node.Token.Value is float ? "f" : ".0";

    private void Negate(ExpressionSyntax condition) => Replace(condition, $"!({condition})");
}
