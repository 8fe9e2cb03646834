using System.Reflection;

namespace LossGen.Package.Tests.Support;

/// <summary>Facts that only the build knows and writes into this assembly.</summary>
internal static class BuildFacts
{
    public static string Repository { get; } = Metadata(nameof(Repository));

    /// <summary>The folder with the packages, and only them.</summary>
    public static string PackageFeed { get; } = Metadata(nameof(PackageFeed));

    public static string PackageVersion { get; } = Metadata(nameof(PackageVersion));

    public static string PackageFile { get; } = Path.Combine(PackageFeed, $"LossGen.{PackageVersion}.nupkg");

    public static string TemplatePackageFile { get; } = Path.Combine(PackageFeed, $"LossGen.Templates.{PackageVersion}.nupkg");

    /// <summary>The <c>dotnet</c> that built the tests; the one on the path if another host, such as an editor, built them.</summary>
    public static string DotNet { get; } = Metadata(nameof(DotNet)) is { Length: > 0 } path ? path : "dotnet";

    /// <summary>The process that compiles for all builds that name the same pipe.</summary>
    public static string CompilerServer { get; } = Metadata(nameof(CompilerServer));

    private static string Metadata(string key) => typeof(BuildFacts).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key)
        .Value ?? "";
}
