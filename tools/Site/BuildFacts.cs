using System.Reflection;

namespace LossGen.Site;

/// <summary>What only the build knows.</summary>
internal static class BuildFacts
{
    public static string Repository { get; } = Metadata(nameof(Repository));

    public static string Library { get; } = Metadata(nameof(Library));

    public static string DotNet { get; } = Metadata(nameof(DotNet)) is { Length: > 0 } path ? path : "dotnet";

    private static string Metadata(string key) => typeof(BuildFacts).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key)
        .Value ?? "";
}
