using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LossGen.Explain.Sources;

/// <summary>What a source may use: the framework that runs this program, and the library; it sees no other assembly of the program.</summary>
internal static class InstalledReferences
{
    public static ImmutableArray<MetadataReference> All { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Append(typeof(LossAttribute).Assembly.Location)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];
}
