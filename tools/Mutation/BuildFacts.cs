using System.Reflection;

namespace LossGen.Mutation;

/// <summary>What the build knows of where things are: a deterministic build hides the paths of the source files.</summary>
internal static class BuildFacts
{
    public static string Repository { get; } = Fact(nameof(Repository));

    /// <summary>The folder of the SDK's C# compiler, whose assemblies are machine code already.</summary>
    public static string Compiler { get; } = Fact(nameof(Compiler));

    private static string Fact(string key) =>
        typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
