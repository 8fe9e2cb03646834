using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Mutation.Places;

/// <summary>Code that no test of behaviour can tell apart from its mutant, or should: attributes, the making of exceptions, what only a debugger shows.</summary>
internal static class Excluded
{
    public static bool Is(SyntaxNode node) => node switch
    {
        AttributeListSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or EnumMemberDeclarationSyntax => true,
        BaseObjectCreationExpressionSyntax creation => creation is ObjectCreationExpressionSyntax { Type: { } type } && type.ToString().EndsWith("Exception", StringComparison.Ordinal),
        InvocationExpressionSyntax call => call.Expression.ToString().StartsWith("Debug.", StringComparison.Ordinal),
        MethodDeclarationSyntax method => method.Identifier.ValueText is "GetHashCode",
        PropertyDeclarationSyntax property => property.Identifier.ValueText is "DebuggerDisplay",
        _ => false,
    };
}
