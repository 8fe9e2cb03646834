using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LossGen.Benchmarks.Contenders.Native;

/// <summary>g++, where there is one.</summary>
public static class NativeCompiler
{
    private const string Compiler = "g++";
    private const string Source = "losses.cpp";
    private const string Compiled = "losses.o";
    private const string Library = "losses.so";

    private static readonly string headers = Path.Combine(AppContext.BaseDirectory, "Contenders", "Native");

    /// <summary>Why nothing can be compiled; null where it can.</summary>
    public static string? Absence
    {
        get
        {
            try
            {
                Run(Path.GetTempPath(), "--version");
                return null;
            }
            catch (NativeCompilerException exception)
            {
                return exception.Message;
            }
        }
    }

    /// <summary>Compiles a function for each call.</summary>
    /// <exception cref="NativeCompilerException">The compiler fails.</exception>
    public static nint[] Compile(IReadOnlyList<(string Element, string Function)> calls)
    {
        string folder = Directory.CreateTempSubdirectory("losses").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, Source), NativeSource.File(calls));
            Run(folder, "-std=c++17", "-Ofast", "-march=native", "-fPIC", "-I", headers, "-c", Source, "-o", Compiled);

            // Linked without -Ofast, which would let the library switch off subnormal numbers for the whole process.
            Run(folder, ["-shared", Compiled, "-o", Library, .. VectorMathLibrary, "-lm"]);
            nint library = NativeLibrary.Load(Path.Combine(folder, Library));
            return [.. calls.Select((_, i) => NativeLibrary.GetExport(library, NativeSource.Name(i)))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] VectorMathLibrary =>
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64 ? ["-lmvec"] : [];

    private static void Run(string folder, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(Compiler, arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.OutputDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new NativeCompilerException($"{Compiler} fails: {errors.ReplaceLineEndings(" ")}");
            }
        }
        catch (Win32Exception)
        {
            throw new NativeCompilerException($"there is no {Compiler}");
        }
    }
}
