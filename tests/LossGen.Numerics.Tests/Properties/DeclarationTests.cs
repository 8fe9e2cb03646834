using System.Diagnostics;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.Properties;

/// <summary>
/// Random declarations over the whole option space, compiled and held to the library's bounds against the reference. Set
/// <c>LOSSGEN_DECLARATIONS</c> for more of them, and <c>LOSSGEN_SEED</c> for others.
/// </summary>
public sealed class DeclarationTests(ITestOutputHelper output)
{
    private const int OrdinaryCount = 120;
    internal const int DeepCount = 2_000;

    // Each is shrunk, which takes many compilations.
    private const int MostReported = 3;

    [Fact]
    public void EveryDeclarationComputesWhatTheDesignSays()
    {
        RandomRun run = RandomRun.Of("LOSSGEN_DECLARATIONS", OrdinaryCount, DeepCount);
        Stopwatch time = Stopwatch.StartNew();
        IReadOnlyList<TrialOutcome> outcomes = TrialBatch.RunAll(Trials.Draw(run.Count, (uint)run.Seed));
        output.WriteLine(FormattableString.Invariant($"{run}, {time.Elapsed.TotalSeconds:F0} s; the worst errors as parts of their bounds:"));
        output.WriteLine(ErrorTable.Of(outcomes));

        TrialOutcome[] failures = [.. outcomes.Where(static outcome => outcome.Failure is not null)];
        Assert.True(failures.Length == 0, FormattableString.Invariant($"{failures.Length} of {run.Count} declarations fail, {run}.\n")
            + string.Join("\n", failures.Take(MostReported).Select(Report)));
    }

    private static string Report(TrialOutcome outcome)
    {
        Trial smallest = Shrinker.Smallest(outcome.Trial, static trial => TrialBatch.Run(trial).Failure is not null);
        return $"{outcome.Trial}\n  {outcome.Failure}\n  smallest: {smallest}\n  {TrialBatch.Run(smallest).Failure ?? outcome.Failure}";
    }
}
