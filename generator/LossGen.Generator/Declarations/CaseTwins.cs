using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>
/// Finds another loss whose full name differs only in case. The compiler refuses two generated files so named, and
/// would drop every file of the generator, not just these.
/// </summary>
internal static class CaseTwins
{
    public static INamedTypeSymbol? Find(INamedTypeSymbol type)
    {
        IEnumerable<INamespaceOrTypeSymbol> twins = [type.ContainingAssembly.GlobalNamespace];
        foreach (string name in Path(type))
        {
            twins = twins.SelectMany(static container => container.GetMembers().OfType<INamespaceOrTypeSymbol>())
                .Where(member => string.Equals(member.MetadataName, name, StringComparison.OrdinalIgnoreCase));
        }

        return twins.OfType<INamedTypeSymbol>().FirstOrDefault(twin =>
            !SymbolEqualityComparer.Default.Equals(twin, type)
            && twin.GetAttributes().Any(static attribute => LossAttributeName.Of(attribute.AttributeClass) is not null));
    }

    private static IEnumerable<string> Path(INamedTypeSymbol type)
    {
        var names = new Stack<string>(TypeParser.Chain(type).Reverse().Select(static link => link.MetadataName));
        for (INamespaceSymbol link = type.ContainingNamespace; !link.IsGlobalNamespace; link = link.ContainingNamespace)
        {
            names.Push(link.MetadataName);
        }

        return names;
    }
}
