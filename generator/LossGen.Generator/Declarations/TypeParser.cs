using System.Collections.Immutable;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>Describes a class and its containing types, so that another part of it can be written.</summary>
internal static class TypeParser
{
    public static LossType Parse(INamedTypeSymbol type)
    {
        ImmutableArray<INamedTypeSymbol> chain = Chain(type);
        string @namespace = JoinNamespace(type.ContainingNamespace, Identifiers.Escape);
        return new LossType(@namespace, chain.Select(Declare).ToEquatableArray(), MetadataName(type));
    }

    /// <summary>The full metadata name, <c>Namespace.Outer+Inner</c>.</summary>
    public static string MetadataName(INamedTypeSymbol type)
    {
        string @namespace = JoinNamespace(type.ContainingNamespace, static name => name);
        string name = string.Join("+", Chain(type).Select(static link => link.MetadataName));
        return @namespace.Length == 0 ? name : @namespace + "." + name;
    }

    /// <summary>The types that contain the type, outermost first, then the type itself.</summary>
    public static ImmutableArray<INamedTypeSymbol> Chain(INamedTypeSymbol type)
    {
        var chain = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? link = type; link is not null; link = link.ContainingType)
        {
            chain.Push(link);
        }

        return [.. chain];
    }

    /// <summary>Whether the type and everything around it have names: in half-typed code some may be empty.</summary>
    public static bool IsNamed(INamedTypeSymbol type)
    {
        for (INamespaceSymbol link = type.ContainingNamespace; !link.IsGlobalNamespace; link = link.ContainingNamespace)
        {
            if (link.Name.Length == 0)
            {
                return false;
            }
        }

        return Chain(type).All(static link => link.Name.Length > 0 && link.TypeParameters.All(static parameter => parameter.Name.Length > 0));
    }

    private static TypeDeclaration Declare(INamedTypeSymbol type)
    {
        string keyword = type switch
        {
            { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            { IsRecord: true } => "record",
            _ => "class",
        };

        // Constraints may be omitted from another part; variance does not occur, since a variant interface cannot contain a class.
        string parameters = string.Join(", ", type.TypeParameters.Select(static parameter => Identifiers.EscapeType(parameter.Name)));
        string name = Identifiers.EscapeType(type.Name);
        return new TypeDeclaration(keyword, type.Arity == 0 ? name : name + "<" + parameters + ">");
    }

    private static string JoinNamespace(INamespaceSymbol @namespace, Func<string, string> write)
    {
        var names = new Stack<string>();
        for (INamespaceSymbol link = @namespace; !link.IsGlobalNamespace; link = link.ContainingNamespace)
        {
            names.Push(write(link.Name));
        }

        return string.Join(".", names);
    }
}
