using System.Collections.Immutable;
using LossGen.Generator.Losses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Declarations;

/// <summary>The values a loss attribute gives, each with the place where it is written.</summary>
internal sealed class LossAttributeData
{
    private readonly ImmutableArray<KeyValuePair<string, TypedConstant>> named;

    private LossAttributeData(
        LossAttributeName name,
        AttributeSyntax syntax,
        TypedConstant shape,
        ImmutableArray<KeyValuePair<string, TypedConstant>> named)
    {
        this.named = named;
        Name = name;
        Syntax = syntax;
        Shape = shape;
    }

    public LossAttributeName Name { get; }

    public AttributeSyntax Syntax { get; }

    /// <summary>The option with a number for each class, if the declaration gives it.</summary>
    public ClassOption? PerClass => Name.Template?.PerClass is { } option && Find(option.Name) is not null ? option : null;

    /// <summary>Whether one dimension of the shape holds classes; if not, the loss is elementwise and the shape may be left out.</summary>
    public bool HasClassAxis => Name.HasClassAxis || PerClass is not null;

    /// <summary>The constructor's array of dimensions, which may be null.</summary>
    public TypedConstant Shape { get; }

    /// <summary>Reads an attribute; null if it is not valid C#: half typed, of the wrong types, not constant.</summary>
    public static LossAttributeData? Read(LossAttributeName name, AttributeData attribute, CancellationToken cancellation)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax
            || attribute.AttributeConstructor is null
            || attribute.ConstructorArguments is not [var shape]
            || !IsArrayOf(shape, SpecialType.System_Int32)
            || !IsSound(shape))
        {
            return null;
        }

        // An argument whose name does not resolve is missing from the list, so the counts differ.
        int written = syntax.ArgumentList?.Arguments.Count(static argument => argument.NameEquals is not null) ?? 0;
        ImmutableArray<KeyValuePair<string, TypedConstant>> named = attribute.NamedArguments;
        return written == named.Length && named.All(argument => IsSound(argument.Value) && HasItsType(name, argument))
            ? new LossAttributeData(name, syntax, shape, named)
            : null;
    }

    /// <summary>The value given to a property; null if the declaration does not set it.</summary>
    public TypedConstant? Find(string property)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in named)
        {
            if (argument.Key == property)
            {
                return argument.Value;
            }
        }

        return null;
    }

    private static bool IsSound(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Error => false,
        TypedConstantKind.Array => constant.IsNull || constant.Values.All(IsSound),
        _ => true,
    };

    private static bool HasItsType(LossAttributeName name, KeyValuePair<string, TypedConstant> argument) => argument.Key switch
    {
        LossProperty.Each or LossProperty.Curvature => argument.Value is { Kind: TypedConstantKind.Primitive, Value: bool },
        LossProperty.Weight => argument.Value is { Kind: TypedConstantKind.Primitive, Value: double },
        LossProperty.Element or LossProperty.Parallelism or LossProperty.Label or LossProperty.Weighting or LossProperty.Normalize or LossProperty.Reduction or LossProperty.Denominator or LossProperty.WhenEmpty or LossProperty.Outputs =>
            argument.Value is { Kind: TypedConstantKind.Enum, Value: int },
        LossProperty.Dim or LossProperty.IgnoreLabel => argument.Value is { Kind: TypedConstantKind.Primitive, Value: int },
        LossProperty.Bottoms => IsArrayOf(argument.Value, SpecialType.System_String),
        LossProperty.Weights => IsArrayOf(argument.Value, SpecialType.System_Double),
        _ when argument.Key == name.Template?.PerClass?.Name => IsArrayOf(argument.Value, SpecialType.System_Double),
        _ => LossOptions.HasItsType(name, argument.Key, argument.Value),
    };

    private static bool IsArrayOf(TypedConstant constant, SpecialType element) =>
        constant is { Kind: TypedConstantKind.Array, Type: IArrayTypeSymbol { Rank: 1 } type } && type.ElementType.SpecialType == element;
}
