using System.Runtime.InteropServices;

namespace LossGen.Explain.MachineCode;

/// <summary>The host of the runtime that runs this program, whatever started it.</summary>
internal static class RuntimeHost
{
    /// <summary>Its path.</summary>
    public static string Path { get; } =
        System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
