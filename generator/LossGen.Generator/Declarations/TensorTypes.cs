using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>The types of the package System.Numerics.Tensors that have shapes, which a project may reference or not.</summary>
internal static class TensorTypes
{
    private const string Namespace = "System.Numerics.Tensors";
    private const string ReadOnlyTensorSpan = nameof(ReadOnlyTensorSpan);
    private const string TensorSpan = nameof(TensorSpan);

    /// <summary>Whether generated code can name both kinds of tensor spans, as released: before that, they were experimental, with other members.</summary>
    public static bool AreAvailable(Compilation? compilation) =>
        compilation is not null && new[] { ReadOnlyTensorSpan, TensorSpan }.All(name =>
            compilation.GetTypeByMetadataName($"{Namespace}.{name}`1") is { DeclaredAccessibility: Accessibility.Public } type
            && !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
            && ProjectRules.IsGlobal(type.ContainingAssembly, compilation)
            && !type.GetAttributes().Concat(type.ContainingAssembly.GetAttributes()).Any(static attribute => attribute.AttributeClass?.Name == "ExperimentalAttribute"));

    /// <summary>Whether a type is a <c>ReadOnlyTensorSpan&lt;T&gt;</c> of any T.</summary>
    public static bool IsReadOnlyTensorSpan(ITypeSymbol? type) => IsOf(type, ReadOnlyTensorSpan);

    /// <summary>Whether a type is a <c>TensorSpan&lt;T&gt;</c> of any T.</summary>
    public static bool IsTensorSpan(ITypeSymbol? type) => IsOf(type, TensorSpan);

    /// <summary>Whether a namespace is that of tensors.</summary>
    public static bool IsOfTensors(INamespaceSymbol? name) => name?.ToDisplayString() == Namespace;

    private static bool IsOf(ITypeSymbol? type, string name) => type is INamedTypeSymbol { Arity: 1 } named && named.Name == name && IsOfTensors(named.ContainingNamespace);
}
