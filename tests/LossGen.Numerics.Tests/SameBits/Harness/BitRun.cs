using System.Runtime.Intrinsics;

namespace LossGen.Numerics.Tests.SameBits.Harness;

/// <summary>Runs cases and reports each in a line: the hash of its bits, and what is wrong with them.</summary>
public static class BitRun
{
    /// <summary>The lines of all cases, in order.</summary>
    public static string[] All(IEnumerable<Action<BitRecorder>> cases) => [.. cases.Select(Line)];

    /// <summary>The widest vectors that kernels use in this process.</summary>
    public static string Vectors => Vector512.IsHardwareAccelerated ? "512" : Vector256.IsHardwareAccelerated ? "256" : "128";

    private static string Line(Action<BitRecorder> run)
    {
        BitRecorder recorder = new();
        try
        {
            run(recorder);
            return recorder.Hash + (recorder.Difference is null ? "" : " " + recorder.Difference);
        }
        catch (Exception exception)
        {
            // The other cases go on.
            return $"{exception.GetType().Name}: {exception.Message}".ReplaceLineEndings(" ");
        }
    }
}
