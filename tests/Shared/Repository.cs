using System.Reflection;

namespace LossGen.Tests;

/// <summary>Where the sources are: the build writes it into this assembly, since a deterministic build hides the paths of the source files.</summary>
internal static class Repository
{
    public static string TestProject { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == nameof(TestProject))
        .Value!;

    public static string Root { get; } = Path.GetFullPath(Path.Combine(TestProject, "..", ".."));

    public static string Generator { get; } = Path.Combine(Root, "generator", "LossGen.Generator");

    public static string DiagnosticPages { get; } = Path.Combine(Root, "docs", "diagnostics");
}
