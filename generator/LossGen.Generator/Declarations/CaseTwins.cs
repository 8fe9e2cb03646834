using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>
/// Finds losses whose full names differ only in case. The compiler refuses two generated files with such names, and would drop
/// every file of the generator, not just these.
/// </summary>
/// <remarks>An instance searches one compilation, once, at the first query.</remarks>
internal sealed class CaseTwins(IAssemblySymbol assembly)
{
    private readonly Lazy<ILookup<string, INamedTypeSymbol>> types =
        new(() => TypesWithin(assembly.GlobalNamespace).ToLookup(TypeParser.MetadataName, StringComparer.OrdinalIgnoreCase));

    /// <summary>The names that differ only in case from another one.</summary>
    public static EquatableArray<string> Among(IEnumerable<string> names) =>
        names.GroupBy(static name => name, StringComparer.OrdinalIgnoreCase).Where(static twins => twins.Skip(1).Any()).SelectMany(static twins => twins).ToEquatableArray();

    /// <summary>Another loss whose name differs from this one's only in case, and for which a file would be generated.</summary>
    public INamedTypeSymbol? Find(INamedTypeSymbol type, CancellationToken cancellation) => types.Value[TypeParser.MetadataName(type)].FirstOrDefault(twin =>
        !SymbolEqualityComparer.Default.Equals(twin, type) && LossParser.Parse(twin, model: null, cancellation).Spec is not null);

    private static IEnumerable<INamedTypeSymbol> TypesWithin(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(
        static member => member is INamedTypeSymbol type ? TypesWithin(type).Prepend(type) : TypesWithin(member));
}
