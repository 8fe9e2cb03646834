using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Generator.Declarations;

/// <summary>The locations of an attribute's arguments, down to the single element of an array.</summary>
internal static class ArgumentLocations
{
    /// <summary>The place of <c>property = value</c>.</summary>
    public static Location OfProperty(AttributeSyntax attribute, string property) =>
        (FindProperty(attribute, property) ?? (SyntaxNode)attribute).GetLocation();

    /// <summary>The place of one element of an array given to a property, or of the whole argument if the element cannot be found.</summary>
    public static Location OfPropertyElement(AttributeSyntax attribute, string property, int index, int count)
    {
        AttributeArgumentSyntax? argument = FindProperty(attribute, property);
        return argument is not null && Elements(argument.Expression) is { } elements && elements.Count == count
            ? elements[index].GetLocation()
            : OfProperty(attribute, property);
    }

    /// <summary>The place of all dimensions together; the whole attribute if none is written.</summary>
    public static Location OfShape(AttributeSyntax attribute)
    {
        List<AttributeArgumentSyntax> arguments = Positional(attribute);
        return arguments.Count == 0
            ? attribute.GetLocation()
            : Location.Create(attribute.SyntaxTree, TextSpan.FromBounds(arguments[0].SpanStart, arguments[arguments.Count - 1].Span.End));
    }

    /// <summary>The place of one dimension, whether it is a separate argument or an element of an array.</summary>
    public static Location OfDimension(AttributeSyntax attribute, int index, int count)
    {
        List<AttributeArgumentSyntax> arguments = Positional(attribute);
        if (arguments.Count == 1 && Elements(arguments[0].Expression) is { } elements)
        {
            return elements.Count == count ? elements[index].GetLocation() : arguments[0].GetLocation();
        }

        return arguments.Count == count ? arguments[index].GetLocation() : OfShape(attribute);
    }

    private static AttributeArgumentSyntax? FindProperty(AttributeSyntax attribute, string property) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property);

    private static List<AttributeArgumentSyntax> Positional(AttributeSyntax attribute) =>
        [.. attribute.ArgumentList?.Arguments.Where(static argument => argument.NameEquals is null) ?? []];

    /// <summary>The elements of an array expression, or null if the expression is not one.</summary>
    private static IReadOnlyList<SyntaxNode>? Elements(ExpressionSyntax expression) => expression switch
    {
        ArrayCreationExpressionSyntax array => (IReadOnlyList<SyntaxNode>?)array.Initializer?.Expressions ?? [],
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        CollectionExpressionSyntax collection => collection.Elements,
        _ => null,
    };
}
