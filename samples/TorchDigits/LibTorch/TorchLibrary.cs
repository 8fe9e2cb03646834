using System.Reflection;
using System.Runtime.InteropServices;

namespace LossGen.LibTorch;

/// <summary>PyTorch's native libraries.</summary>
public static class TorchLibrary
{
    private const string Bindings = "libLibTorchSharp.so";

    // Each needs those before it.
    private static readonly string[] libraries = ["libc10.so", "libtorch_cpu.so", "libtorch.so"];

    // Next to the program if it is built only for this machine; BenchmarkDotNet builds for all.
    private static string Folder
    {
        get
        {
            string ofAll = Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native");
            return Directory.Exists(ofAll) ? ofAll : AppContext.BaseDirectory;
        }
    }

    /// <summary>Loads them, even if the C++ library of this machine is older than they require.</summary>
    /// <returns>Why they cannot be used; null if they can.</returns>
    public static string? Load()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            return "its package is referenced for Linux on x64 only";
        }

        try
        {
            LoadBindings(Folder);
            return null;
        }
        catch (Exception exception)
        {
            // Wrapped if the first use of a type failed.
            Exception cause = exception is TypeInitializationException or TargetInvocationException ? exception.InnerException ?? exception : exception;
            return $"it does not load: {cause.Message.ReplaceLineEndings(" ").Replace(AppContext.BaseDirectory, "", StringComparison.Ordinal)}";
        }
    }

    private static void LoadBindings(string folder)
    {
        foreach (string library in libraries)
        {
            NativeLibrary.Load(Path.Combine(folder, library));
        }

        string bindings = Path.Combine(folder, Bindings);
        if (!NativeLibrary.TryLoad(bindings, out _))
        {
            OldStandardLibrary.Accommodate(bindings);
            NativeLibrary.Load(bindings);
        }
    }
}
