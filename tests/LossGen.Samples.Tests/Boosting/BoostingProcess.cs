using System.Diagnostics;

namespace LossGen.Samples.Tests.Boosting;

/// <summary>A run of the program in a folder of its own.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="CurveBytes">The size of the image that it drew; 0 if there is none.</param>
internal sealed record BoostingProcess(int ExitCode, string Output, string Error, long CurveBytes)
{
    public static async Task<BoostingProcess> Run(params string[] args)
    {
        string folder = Directory.CreateTempSubdirectory("boosting").FullName;
        try
        {
            string program = Path.Combine(AppContext.BaseDirectory, "Boosting.dll");
            string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
            var start = new ProcessStartInfo(host, [program, .. args]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
            using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
            Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            var curve = new FileInfo(Path.Combine(folder, "boosting-loss.png"));
            return new BoostingProcess(process.ExitCode, await output, await error, curve.Exists ? curve.Length : 0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
