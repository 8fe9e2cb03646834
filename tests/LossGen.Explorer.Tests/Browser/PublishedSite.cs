using System.Diagnostics;
using System.Reflection;

namespace LossGen.Explorer.Tests.Browser;

/// <summary>The files of the site: those in the folder that LOSSGEN_EXPLORER_SITE names, absolute or in the repository, or published now.</summary>
internal static class PublishedSite
{
    private const string Folder = "LOSSGEN_EXPLORER_SITE";

    public static async Task<string> FindAsync()
    {
        if (Environment.GetEnvironmentVariable(Folder) is { Length: > 0 } given)
        {
            // The test runs in the project's folder, and whoever names a folder is in that of the repository.
            string named = Path.GetFullPath(Path.Combine(Metadata("Screenshots"), "..", "..", given));
            return Directory.Exists(Path.Combine(named, "wwwroot")) ? Path.Combine(named, "wwwroot") : throw new InvalidOperationException($"{Folder} names {named}, which has no wwwroot: name the folder that dotnet publish wrote to.");
        }

        string site = Path.Combine(Metadata("Screenshots"), "..", "explorer");
        using Process publish = Process.Start("dotnet", ["publish", "-c", "Release", Metadata("Explorer"), "-o", site, "-p:RunAnalyzers=false"]);
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(site, "wwwroot") : throw new InvalidOperationException("The site could not be published: see above.");
    }

    public static string Metadata(string key) => Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
