using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace LossGen.Explorer.Compilation;

/// <summary>What a declaration may use: the framework that runs this site, and the library, from the assemblies as they are loaded; no second copy is downloaded.</summary>
internal static class LoadedReferences
{
    private static readonly string[] s_framework =
    [
        "System.Private.CoreLib", "System.Runtime", "System.Collections", "System.Linq", "System.Memory", "System.Net.Http", "System.Numerics.Vectors",
        "System.Runtime.InteropServices", "System.Runtime.Intrinsics", "System.Threading", "System.Threading.Tasks.Parallel",
    ];

    public static ImmutableArray<MetadataReference> All { get; } =
        [.. s_framework.Select(Assembly.Load).Append(typeof(LossAttribute).Assembly).Select(Reference)];

    private static unsafe MetadataReference Reference(Assembly assembly) => assembly.TryGetRawMetadata(out byte* metadata, out int length)
        ? AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata((nint)metadata, length)).GetReference(display: assembly.GetName().Name)
        : throw new InvalidOperationException($"The runtime does not give out the metadata of {assembly.GetName().Name}.");
}
