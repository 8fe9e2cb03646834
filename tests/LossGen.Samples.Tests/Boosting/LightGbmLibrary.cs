using System.Runtime.InteropServices;

namespace LossGen.Samples.Tests.Boosting;

/// <summary>Whether this machine has what LightGBM's native library needs, found without the code that the tests test.</summary>
internal static class LightGbmLibrary
{
    public static bool Loads { get; } = RuntimeInformation.ProcessArchitecture == Architecture.X64
        && NativeLibrary.TryLoad(OpenMP, out _);

    private static string OpenMP =>
        OperatingSystem.IsLinux() ? "libgomp.so.1"
        : OperatingSystem.IsMacOS() ? "/usr/local/opt/libomp/lib/libomp.dylib"
        : "vcomp140.dll";
}
