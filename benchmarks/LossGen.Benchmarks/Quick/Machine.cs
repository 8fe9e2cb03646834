using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LossGen.Benchmarks.Quick;

/// <summary>What the numbers depend on.</summary>
public static class Machine
{
    private const string ProcessorFile = "/proc/cpuinfo";

    public static IReadOnlyList<(string Name, string Value)> Facts =>
    [
        ("Processor", $"{Processor}, {Environment.ProcessorCount} logical processors"),
        ("Runtime", $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}"),
        ("Accelerated", $"Vector256 {YesNo(Vector256.IsHardwareAccelerated)}, Vector512 {YesNo(Vector512.IsHardwareAccelerated)}"),
    ];

    private static string Processor
    {
        get
        {
            string? line = File.Exists(ProcessorFile)
                ? File.ReadLines(ProcessorFile).FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal))
                : null;
            return line?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
        }
    }

    private static string YesNo(bool value) => value ? "yes" : "no";
}
