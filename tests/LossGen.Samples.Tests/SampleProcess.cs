using System.Diagnostics;

namespace LossGen.Samples.Tests;

/// <summary>A run of a sample's program in a folder of its own.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="CurveBytes">The size of the image that it drew; 0 if there is none.</param>
internal sealed record SampleProcess(int ExitCode, string Output, string Error, long CurveBytes)
{
    /// <summary>What runs programs for .NET.</summary>
    public static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>The file of a sample's program.</summary>
    public static string ProgramOf(string sample) => Path.Combine(AppContext.BaseDirectory, sample + ".dll");

    /// <summary>Runs a sample to its end.</summary>
    public static Task<SampleProcess> Run(string sample, params string[] args) => Run(new ProcessStartInfo(Host, [ProgramOf(sample), .. args]));

    /// <summary>Runs any command to its end.</summary>
    public static async Task<SampleProcess> Run(ProcessStartInfo start)
    {
        string folder = Directory.CreateTempSubdirectory("sample").FullName;
        try
        {
            (start.WorkingDirectory, start.RedirectStandardOutput, start.RedirectStandardError) = (folder, true, true);
            using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
            Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            long curveBytes = Directory.GetFiles(folder, "*.png").Sum(static curve => new FileInfo(curve).Length);
            return new SampleProcess(process.ExitCode, await output, await error, curveBytes);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
