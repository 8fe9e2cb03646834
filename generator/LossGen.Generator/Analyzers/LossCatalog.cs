using System.Collections.Concurrent;
using LossGen.Generator.Declarations;
using LossGen.Generator.Losses;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Analyzers;

/// <summary>The losses that one compilation declares, each read once, by the parser that the generator uses.</summary>
/// <remarks>
/// Losses of referenced assemblies are not included: their declarations cannot be read from metadata. Nor are losses whose
/// declaration is wrong, which have no members to call.
/// </remarks>
internal sealed class LossCatalog
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, LossSpec?> specs = new(SymbolEqualityComparer.Default);
    private readonly IAssemblySymbol assembly;

    private LossCatalog(IAssemblySymbol assembly) => this.assembly = assembly;

    /// <summary>Creates the catalog of a compilation; null if the runtime library is not referenced, so that there can be no losses.</summary>
    public static LossCatalog? Create(Compilation compilation) =>
        LossAttributeName.All.Any(name => !compilation.GetTypesByMetadataName(name.MetadataName).IsEmpty) ? new LossCatalog(compilation.Assembly) : null;

    /// <summary>What a class declares; null if it is not a loss.</summary>
    public LossSpec? Find(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.TypeKind == TypeKind.Class && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly)
            ? specs.GetOrAdd(type.OriginalDefinition, loss => LossParser.Parse(loss, model: null, cancellation).Spec)
            : null;
}
