using System.Diagnostics;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.SameBits;

/// <summary>
/// The same bits on lesser processors and however methods are compiled: random declarations in processes in which a setting of the .NET runtime is disabled, compared with this process. One setting each
/// day, all in a deep run; set <c>LOSSGEN_SETTINGS</c> for the number of declarations and all settings.
/// </summary>
public sealed class SettingTests(ITestOutputHelper output)
{
    private const int OrdinaryCount = 10;
    private const int DeepCount = 300;

    // Without vectors of 256 bits, and without any; then without the quick compiler, without profiles, and with loops optimised at once.
    private static readonly string[] Settings = ["EnableAVX512", "EnableAVX2", "EnableAVX", "EnableHWIntrinsic", "TieredCompilation", "TieredPGO", "TC_QuickJitForLoops"];

    [Fact]
    public void EverySettingGivesTheSameBits()
    {
        RandomRun run = RandomRun.Of("LOSSGEN_SETTINGS", OrdinaryCount, DeepCount);
        string[] tried = [.. Settings.Where((_, index) => run.Count != OrdinaryCount || RandomRun.IsTried(index, days: Settings.Length))];
        Stopwatch time = Stopwatch.StartNew();
        IReadOnlyList<BitOutcome> outcomes = BitBatch.RunAll(BitCases.Draw(run.Count, run.Seed), tried);
        output.WriteLine(FormattableString.Invariant($"{run}, without {string.Join(", ", tried)}, {time.Elapsed.TotalSeconds:F0} s"));
        SameBitsTests.AssertNone(outcomes, FormattableString.Invariant($"of {run.Count} declarations, {run},"));
    }
}
