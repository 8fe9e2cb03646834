using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LossGen.Benchmarks.Contenders.Native;

/// <summary>g++, if installed.</summary>
public static partial class NativeCompiler
{
    private const string Compiler = "g++";
    private const string Source = "losses.cpp";
    private const string Compiled = "losses.o";
    private const string Library = "losses.so";

    private static readonly string[] optimisations = ["-Ofast", "-march=native"];
    private static readonly string headers = Path.Combine(AppContext.BaseDirectory, "Contenders", "Native");

    /// <summary>The version that it reports; null if there is none.</summary>
    public static string? Version { get; } = FindVersion();

    public static string Optimisations => string.Join(' ', optimisations);

    /// <summary>The source of the vector math, to be appended to the compiler's description; empty if there is none.</summary>
    public static string MathLibrary => VectorMathLibrary.Length > 0 ? $", libmvec of glibc {Marshal.PtrToStringUTF8(LibraryVersion())}" : "";

    /// <summary>Compiles one function per call.</summary>
    /// <exception cref="NativeCompilerException">The compiler fails.</exception>
    public static nint[] Compile(IReadOnlyList<(string Element, string Function)> calls)
    {
        string folder = Directory.CreateTempSubdirectory("losses").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, Source), NativeSource.File(calls));
            Run(folder, ["-std=c++17", .. optimisations, "-fPIC", "-I", headers, "-c", Source, "-o", Compiled]);

            // Linked without -Ofast, which would make the library flush subnormal numbers to 0 in the whole process.
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

    [LibraryImport("libc.so.6", EntryPoint = "gnu_get_libc_version")]
    private static partial nint LibraryVersion();

    private static string? FindVersion()
    {
        try
        {
            return Run(Path.GetTempPath(), "--version").Split('\n')[0].Trim();
        }
        catch (NativeCompilerException)
        {
            return null;
        }
    }

    private static string Run(string folder, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(Compiler, arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true })!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new NativeCompilerException($"{Compiler} fails: {errors.Result.ReplaceLineEndings(" ")}");
            }

            return output;
        }
        catch (Win32Exception)
        {
            throw new NativeCompilerException($"there is no {Compiler}");
        }
    }
}
