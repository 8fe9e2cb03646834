using System.Diagnostics;

namespace LossGen.Package.Tests.Support;

/// <summary>Runs <c>dotnet</c> as a user would at a prompt, whatever started the tests.</summary>
internal static class DotNetCommand
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    // The variables inherited from the outer dotnet describe its own build and test run.
    private static readonly string[] OuterPrefixes = ["MSBUILD", "TESTINGPLATFORM", "DOTNET_CLI_TEST", "DOTNET_HOST_PATH", "NUGET_PACKAGES", "NUGET_FALLBACK_PACKAGES"];

    public static async Task<CommandResult> RunAsync(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(BuildFacts.DotNet, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(IsOuter).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        string ending = await EndAsync(process);
        return new($"dotnet {string.Join(' ', start.ArgumentList)}", process.ExitCode, await output, await error + ending);
    }

    /// <summary>Waits for the process to end, and ends it if it does not: no process outlives its test.</summary>
    private static async Task<string> EndAsync(Process process)
    {
        long start = Stopwatch.GetTimestamp();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(Limit);
        try
        {
            await process.WaitForExitAsync(stop.Token);
            return "";
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            return $"\nEnded after {Stopwatch.GetElapsedTime(start)}.";
        }
    }

    private static bool IsOuter(string name) => OuterPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
