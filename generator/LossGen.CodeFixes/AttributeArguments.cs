using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>Changes to the arguments of an attribute, each leaving the others as they are written.</summary>
internal static class AttributeArguments
{
    /// <summary>Leaves out <c>property = value</c>.</summary>
    public static AttributeSyntax Remove(AttributeSyntax attribute, string property) =>
        Find(attribute, property) is { } argument ? attribute.RemoveNode(argument, SyntaxRemoveOptions.KeepUnbalancedDirectives)! : attribute;

    /// <summary>Gives a property another value, as its last one where it has none yet.</summary>
    public static AttributeSyntax Set(AttributeSyntax attribute, string property, ExpressionSyntax value)
    {
        if (Find(attribute, property) is { } argument)
        {
            return attribute.ReplaceNode(argument.Expression, value.WithTriviaFrom(argument.Expression));
        }

        AttributeArgumentSyntax added = SyntaxFactory.AttributeArgument(value).WithNameEquals(
            SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(property), SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space)));
        AttributeArgumentListSyntax list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        return attribute.WithArgumentList(list.WithArguments(Insert(list.Arguments, list.Arguments.Count, added)));
    }

    /// <summary>The elements of an array that a property is given; none where it is written otherwise.</summary>
    public static IReadOnlyList<ExpressionSyntax> Elements(AttributeSyntax attribute, string property) =>
        Find(attribute, property) is { } argument ? Elements(argument.Expression) : [];

    /// <summary>The dimensions, be they arguments of their own or elements of one array; none of an array that states its length.</summary>
    public static IReadOnlyList<ExpressionSyntax> Dimensions(AttributeSyntax attribute) => Positional(attribute) switch
    {
        [{ Expression: ArrayCreationExpressionSyntax { Type.RankSpecifiers: not [{ Sizes: [OmittedArraySizeExpressionSyntax] }] } }] => [],
        [{ Expression: ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or CollectionExpressionSyntax } array] => Elements(array.Expression),
        var arguments => [.. arguments.Select(static argument => argument.Expression)],
    };

    /// <summary>Writes a further dimension before all others.</summary>
    public static AttributeSyntax Prepend(AttributeSyntax attribute, ExpressionSyntax dimension) => Dimensions(attribute)[0].Parent switch
    {
        AttributeArgumentSyntax => attribute.WithArgumentList(attribute.ArgumentList!.WithArguments(
            Insert(attribute.ArgumentList.Arguments, 0, SyntaxFactory.AttributeArgument(dimension)))),
        InitializerExpressionSyntax array => attribute.ReplaceNode(array, array.WithExpressions(Insert(array.Expressions, 0, dimension))),
        ExpressionElementSyntax { Parent: CollectionExpressionSyntax collection } => attribute.ReplaceNode(
            collection, collection.WithElements(Insert(collection.Elements, 0, SyntaxFactory.ExpressionElement(dimension)))),
        _ => attribute,
    };

    private static AttributeArgumentSyntax? Find(AttributeSyntax attribute, string property) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property);

    private static AttributeArgumentSyntax[] Positional(AttributeSyntax attribute) =>
        [.. attribute.ArgumentList?.Arguments.Where(static argument => argument.NameEquals is null) ?? []];

    // A list of type SeparatedSyntaxList would be a new one, whose nodes stand in no tree.
    private static IReadOnlyList<ExpressionSyntax> Elements(ExpressionSyntax array) => array switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => (IReadOnlyList<ExpressionSyntax>)initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax creation => creation.Initializer.Expressions,
        CollectionExpressionSyntax collection => [.. collection.Elements.OfType<ExpressionElementSyntax>().Select(static element => element.Expression)],
        _ => [],
    };

    // The new node takes over what stands before the one whose place it takes; commas are followed by a space.
    private static SeparatedSyntaxList<T> Insert<T>(SeparatedSyntaxList<T> list, int index, T node)
        where T : SyntaxNode
    {
        List<T> nodes = [.. list];
        List<SyntaxToken> commas = [.. list.GetSeparators()];
        if (index < nodes.Count)
        {
            node = node.WithLeadingTrivia(nodes[index].GetLeadingTrivia());
            nodes[index] = nodes[index].WithoutLeadingTrivia();
        }

        if (nodes.Count > 0)
        {
            commas.Insert(Math.Min(index, commas.Count), SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
        }

        nodes.Insert(index, node);
        return SyntaxFactory.SeparatedList(nodes, commas);
    }
}
