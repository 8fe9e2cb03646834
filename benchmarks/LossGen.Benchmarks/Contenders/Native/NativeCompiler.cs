using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace LossGen.Benchmarks.Contenders.Native;

/// <summary>A C++ compiler, if installed.</summary>
public sealed partial class NativeCompiler
{
    private const string Source = "losses.cpp";
    private const string Compiled = "losses.o";
    private const string Library = "losses.so";

    private static readonly string headers = Path.Combine(AppContext.BaseDirectory, "Contenders", "Native");

    private readonly string command;
    private readonly string[] optimisations;

    private NativeCompiler(string name, string command, params string[] optimisations)
    {
        Name = name;
        this.command = command;
        this.optimisations = optimisations;
        Version = FindVersion();
    }

    public static NativeCompiler Gcc { get; } = new("g++", "g++", "-Ofast", "-march=native");

    /// <summary>The newest of those installed. Its -Ofast is deprecated: these are the same optimisations; g++ needs no option to call vector math.</summary>
    public static NativeCompiler Clang { get; } = new("clang", NewestClang(), ["-O3", "-ffast-math", "-march=native", .. HasVectorMath ? (string[])["-fveclib=libmvec"] : []]);

    public string Name { get; }

    /// <summary>What it reports, how it is called, and the vector math; null if there is none.</summary>
    public string? Version { get; }

    private static bool HasVectorMath => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64;

    private static string MathLibrary => HasVectorMath ? $", libmvec of glibc {Marshal.PtrToStringUTF8(LibraryVersion())}" : "";

    /// <summary>Compiles one function per call.</summary>
    /// <exception cref="NativeCompilerException">The compiler fails.</exception>
    public nint[] Compile(IReadOnlyList<(string Element, string Function)> calls)
    {
        string folder = Directory.CreateTempSubdirectory("losses").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, Source), NativeSource.File(calls));
            Run(command, folder, ["-std=c++17", .. optimisations, "-fPIC", "-I", headers, "-c", Source, "-o", Compiled]);

            // Linked without fast mathematics, which would make the library flush subnormal numbers to 0 in the whole process.
            Run(command, folder, ["-shared", Compiled, "-o", Library, .. HasVectorMath ? (string[])["-lmvec"] : [], "-lm"]);
            nint library = NativeLibrary.Load(Path.Combine(folder, Library));
            return [.. calls.Select((_, i) => NativeLibrary.GetExport(library, NativeSource.Name(i)))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "gnu_get_libc_version")]
    private static partial nint LibraryVersion();

    // Debian installs clang++-19 without a clang++.
    private static string NewestClang()
    {
        IEnumerable<string> folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(Directory.Exists);
        return folders.SelectMany(static folder => Directory.EnumerateFiles(folder, "clang++*"))
            .Where(static file => ClangName().IsMatch(Path.GetFileName(file)))
            .MaxBy(static file => System.Version.TryParse(Find(file, "-dumpversion"), out Version? version) ? version : new Version()) ?? "clang++";
    }

    [GeneratedRegex(@"^clang\+\+(-\d+)?$")]
    private static partial Regex ClangName();

    private string? FindVersion() => Find(command, "--version") is string version ? $"{version}, with {string.Join(' ', optimisations)}{MathLibrary}" : null;

    private static string? Find(string command, string question)
    {
        try
        {
            return Run(command, Path.GetTempPath(), question).Split('\n')[0].Trim();
        }
        catch (NativeCompilerException)
        {
            return null;
        }
    }

    private static string Run(string command, string folder, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true })!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new NativeCompilerException($"{command} fails: {errors.Result.ReplaceLineEndings(" ")}");
            }

            return output;
        }
        catch (Win32Exception)
        {
            throw new NativeCompilerException($"there is no {command}");
        }
    }
}
