using System.Collections.Concurrent;
using LossGen.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace LossGen.Generator.Tests.Support;

/// <summary>The runtime library as it would be in another version: its own sources, compiled with that version as far as a reference needs them.</summary>
internal static class RuntimeLibrary
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading;";

    private static readonly ConcurrentDictionary<Version, MetadataReference> Compiled = new();

    public static MetadataReference OfVersion(Version version) => Compiled.GetOrAdd(version, Compile);

    private static MetadataReference Compile(Version version)
    {
        string folder = Path.Combine(Repository.Root, "runtime", "LossGen");
        IEnumerable<string> sources = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .SelectMany(Texts)
            .Append($"{ImplicitUsings} [assembly: System.Reflection.AssemblyVersion(\"{version}\")]");
        CSharpCompilation compilation = Compilations.Create(sources.Select(static source => Compilations.Parse(source)))
            .RemoveReferences(Compilations.Runtime)
            .WithAssemblyName(nameof(LossGen));
        using var image = new MemoryStream();
        Assert.True(compilation.WithOptions(compilation.Options.WithAllowUnsafe(true)).Emit(image, options: new EmitOptions(metadataOnly: true), cancellationToken: TestContext.Current.CancellationToken).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    // What vectors of both widths share is compiled twice, as its project does.
    private static IEnumerable<string> Texts(string path)
    {
        string text = File.ReadAllText(path);
        return Path.GetFileName(Path.GetDirectoryName(path)) == "BothWidths" ? [text, text.Replace("Vector256", "Vector512", StringComparison.Ordinal)] : [text];
    }
}
