using System.Reflection;

namespace LossGen_App1.Tests;

/// <summary>The folders that the project file names.</summary>
internal static class Folders
{
    public static string Generated { get; } = Path.Combine(Named("Generated"), "LossGen.Generator", "LossGen.Generator.LossGenerator");

    public static string Accepted { get; } = Named("Accepted");

    private static string Named(string key) =>
        typeof(Folders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
