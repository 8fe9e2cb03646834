using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>
/// Finds losses whose full names differ only in case. The compiler refuses two generated files so named, and would drop
/// every file of the generator, not just these.
/// </summary>
/// <remarks>An instance looks through one compilation, once, when it is first asked.</remarks>
internal sealed class CaseTwins(IAssemblySymbol assembly)
{
    private readonly Lazy<ILookup<string, INamedTypeSymbol>> types =
        new(() => TypesWithin(assembly.GlobalNamespace).ToLookup(TypeParser.MetadataName, StringComparer.OrdinalIgnoreCase));

    /// <summary>Those of the names that differ only in case from another.</summary>
    public static EquatableArray<string> Among(IEnumerable<string> names) =>
        names.GroupBy(static name => name, StringComparer.OrdinalIgnoreCase).Where(static twins => twins.Skip(1).Any()).SelectMany(static twins => twins).ToEquatableArray();

    /// <summary>Another loss with the name of this one but for case, for which a file would be generated.</summary>
    public INamedTypeSymbol? Find(INamedTypeSymbol type, CancellationToken cancellation) => types.Value[TypeParser.MetadataName(type)].FirstOrDefault(twin =>
        !SymbolEqualityComparer.Default.Equals(twin, type) && LossParser.Parse(twin, model: null, cancellation).Spec is not null);

    private static IEnumerable<INamedTypeSymbol> TypesWithin(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(
        static member => member is INamedTypeSymbol type ? TypesWithin(type).Prepend(type) : TypesWithin(member));
}
