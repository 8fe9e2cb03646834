using System.Runtime.InteropServices;

namespace Boosting.LightGbm;

/// <summary>Why LightGBM's native library does not load, and what to do.</summary>
public static class MissingLibrary
{
    /// <summary>One sentence for this machine.</summary>
    public static string Explain() => Explain(
        OperatingSystem.IsLinux() ? OSPlatform.Linux : OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Windows, RuntimeInformation.ProcessArchitecture);

    /// <summary>One sentence for a machine.</summary>
    public static string Explain(OSPlatform platform, Architecture architecture)
    {
        string reason = architecture != Architecture.X64 ? $"its package is for x64 processors, and this process is {architecture}"
            : platform == OSPlatform.Linux ? "it needs OpenMP, libgomp.so.1: install the package libgomp1 (Debian, Ubuntu) or libgomp (Fedora)"
            : platform == OSPlatform.OSX ? "it needs OpenMP, libomp.dylib: install it with 'brew install libomp'"
            : "it needs OpenMP, vcomp140.dll: install the Visual C++ Redistributable";
        return $"LightGBM's native library does not load: {reason}; or boost with --booster {BoosterKind.Histogram.Option}.";
    }
}
