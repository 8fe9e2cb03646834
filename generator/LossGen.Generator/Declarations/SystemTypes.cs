using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>Types of the namespace System that losses are declared and called with.</summary>
internal static class SystemTypes
{
    /// <summary>Whether a type is a <c>ReadOnlySpan&lt;T&gt;</c> of any T.</summary>
    public static bool IsReadOnlySpan(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "ReadOnlySpan", Arity: 1 } && IsSystem(type.ContainingNamespace);

    /// <summary>Whether a type is a <c>Span&lt;T&gt;</c> of any T.</summary>
    public static bool IsSpan(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Span", Arity: 1 } && IsSystem(type.ContainingNamespace);

    /// <summary>Whether a namespace is System itself, not one of that name within another.</summary>
    public static bool IsSystem(INamespaceSymbol? name) => name is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };
}
