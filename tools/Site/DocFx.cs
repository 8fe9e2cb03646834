using System.Diagnostics;

namespace LossGen.Site;

/// <summary>The tool that renders the pages, at the version that the repository names.</summary>
internal static class DocFx
{
    /// <summary>Gets the tool; false where it cannot be had.</summary>
    public static bool Restore() => Run(BuildFacts.Repository, "tool", "restore") == 0;

    /// <summary>Renders what a folder has; a warning, such as one of a link that leads nowhere, is an error.</summary>
    public static bool Render(string folder) => Run(BuildFacts.Repository, "docfx", Path.Combine(folder, "docfx.json"), "--warningsAsErrors", "--logLevel", "warning") == 0;

    private static int Run(string folder, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(BuildFacts.DotNet, arguments) { WorkingDirectory = folder }) ?? throw new InvalidOperationException("dotnet did not start.");
        process.WaitForExit();
        return process.ExitCode;
    }
}
