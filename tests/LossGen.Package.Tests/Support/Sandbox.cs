namespace LossGen.Package.Tests.Support;

/// <summary>
/// A temporary folder for fresh projects, outside the repository. Nothing from above it or from the user's package
/// cache reaches in; the .NET SDK is the repository's, and the package under test is the only one that a project can
/// restore, unless it uses the user's sources too. One process compiles all of them, as at a user's prompt, but only them,
/// and it ends with the folder.
/// </summary>
public sealed class Sandbox : IAsyncDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("lossgen-package-").FullName;

    public Sandbox()
    {
        foreach (string guard in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            Write(guard, "<Project />\n");
        }

        Write(".editorconfig", "root = true\n");
        File.Copy(Path.Combine(BuildFacts.Repository, "global.json"), Path.Combine(root, "global.json"));
    }

    // A file beside the folder.
    private string CompilerPipe => Path.GetFileName(root) + "-compiler";

    /// <summary>For the .NET SDK. The last variable saves a third of the time: builds are too short for the runtime to profile what it compiles.</summary>
    internal Dictionary<string, string> Environment => new()
    {
        ["NUGET_PACKAGES"] = Path.Combine(root, "packages"),
        ["UseSharedCompilation"] = "true",
        ["SharedCompilationId"] = CompilerPipe,
        ["DOTNET_TieredPGO"] = "0",
    };

    internal ConsumerProject Add(string name, string properties = "", bool userSources = false, string language = "cs", string items = "") =>
        new(this, AddFolder(name, userSources), properties, language, items);

    /// <summary>A folder below which the package under test can be restored.</summary>
    internal string AddFolder(string name, bool userSources)
    {
        string folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        Write(Path.Combine(name, "nuget.config"), NuGetConfig(otherSources: userSources ? "" : "<clear />"));
        return folder;
    }

    public async ValueTask DisposeAsync()
    {
        (await DotNetCommand.RunAsync(root, [BuildFacts.CompilerServer, "-shutdown", "-pipename:" + CompilerPipe])).RequireSuccess();
        Directory.Delete(root, recursive: true);
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(root, file), text);

    private static string NuGetConfig(string otherSources) =>
        $"""
        <configuration>
          <packageSources>
            {otherSources}
            <add key="under-test" value="{BuildFacts.PackageFeed}" />
          </packageSources>
          <packageSourceMapping><clear /></packageSourceMapping>
          <fallbackPackageFolders><clear /></fallbackPackageFolders>
        </configuration>
        """;
}
