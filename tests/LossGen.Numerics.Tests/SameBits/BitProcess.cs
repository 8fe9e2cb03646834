using System.Diagnostics;
using LossGen.Explain.MachineCode;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.SameBits;

/// <summary>Runs a compiled program in its own process, with other settings of the .NET runtime: some of the processor's instructions disabled, or methods compiled otherwise.</summary>
internal static class BitProcess
{
    private const string Program = "Losses.dll";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>The lines that it prints.</summary>
    /// <param name="program">The program.</param>
    /// <param name="disabled">The settings that are 0, as <c>DOTNET_</c> names them.</param>
    public static string[] Run(CompiledLosses program, params string[] disabled)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("lossgen-bits");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, Program), program.Image);
            File.WriteAllText(
                Path.Combine(folder.FullName, "Losses.runtimeconfig.json"),
                $$"""{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version.ToString(3)}}" } } }""");
            string library = typeof(SoftmaxLossAttribute).Assembly.Location;
            File.Copy(library, Path.Combine(folder.FullName, Path.GetFileName(library)));
            return Run(folder.FullName, disabled);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string[] Run(string folder, IEnumerable<string> disabled)
    {
        ProcessStartInfo start = new(RuntimeHost.Path, [Program]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string setting in disabled)
        {
            start.Environment["DOTNET_" + setting] = "0";
        }

        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{Program} runs for more than {Limit}.");
        }

        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : throw new InvalidOperationException($"{Program} ended with {process.ExitCode}: {error.Result}");
    }
}
