using System.Diagnostics;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.FormulaTrees.AlongAxis;

/// <summary>
/// Random formulas along an axis, compiled for several shapes, against dual numbers: the value and the derivative with respect to every element, within the errors that dual
/// numbers account for. Set <c>LOSSGEN_AXIS_FORMULAS</c> for more of them, and <c>LOSSGEN_SEED</c> for others.
/// </summary>
public sealed class AxisTreeTests(ITestOutputHelper output)
{
    // The kernels of one formula take about two seconds to generate and compile.
    private const int OrdinaryCount = 12;
    private const int DeepCount = 500;

    // Read, differentiated and interpreted, one takes a hundredth of that.
    private const int OrdinaryInterpreted = 500;
    private const int DeepInterpreted = 5000;

    // Each is shrunk, which takes many compilations.
    private const int MostReported = 3;

    // One element near a kink leaves a whole value without comparison.
    private const double LeastShareOfValues = 0.5;
    private const double LeastShareOfSlopes = 0.5;

    [Fact]
    public void EveryFormulaComputesWhatDualNumbersDo()
    {
        RandomRun run = RandomRun.Of("LOSSGEN_AXIS_FORMULAS", OrdinaryCount, DeepCount);
        Stopwatch time = Stopwatch.StartNew();
        IReadOnlyList<AxisOutcome> outcomes = AxisBatch.RunAll(AxisTrial.Draw(run.Count, run.Seed));
        FormulaTally tally = outcomes.Aggregate(FormulaTally.None, static (sum, outcome) => sum + outcome.Tally);
        output.WriteLine(FormattableString.Invariant($"{run}, {time.Elapsed.TotalSeconds:F0} s. {tally}"));

        AxisOutcome[] failures = [.. outcomes.Where(static outcome => outcome.Failure is not null)];
        foreach (AxisOutcome failure in failures)
        {
            // Before they are shrunk, which takes longer.
            output.WriteLine($"{failure.Failure}\n{failure.Trial.Formula}");
        }

        Assert.True(failures.Length == 0, FormattableString.Invariant($"{failures.Length} of {run.Count} formulas fail, {run}.\n")
            + string.Join("\n", failures.OrderBy(static failure => failure.Trial.Formula.Size).Take(MostReported).Select(Report)));
        Assert.True(tally.Values >= LeastShareOfValues * tally.Points && tally.Slopes >= LeastShareOfSlopes * tally.AllSlopes, $"Too little was compared, {run}. {tally}");
    }

    /// <summary>The same for what the compiler makes of formulas before it chooses anything for a machine, interpreted: many more, of one sum and in float64.</summary>
    [Fact]
    public void EveryFormulaMeansWhatDualNumbersDo()
    {
        RandomRun run = RandomRun.Of("LOSSGEN_AXIS_MEANINGS", OrdinaryInterpreted, DeepInterpreted);
        Stopwatch time = Stopwatch.StartNew();

        // Others than those that are compiled.
        AxisTrial[] trials = [.. AxisTrial.Draw(5 * run.Count, unchecked(run.Seed + 1)).Where(AxisInterpretation.CanTry).Take(run.Count)];
        IReadOnlyList<AxisOutcome> outcomes = AxisInterpretation.RunAll(trials);
        FormulaTally tally = outcomes.Aggregate(FormulaTally.None, static (sum, outcome) => sum + outcome.Tally);
        output.WriteLine(FormattableString.Invariant($"{run}, {time.Elapsed.TotalSeconds:F0} s. {tally}"));
        AxisOutcome[] failures = [.. outcomes.Where(static outcome => outcome.Failure is not null)];
        Assert.True(failures.Length == 0, FormattableString.Invariant($"{failures.Length} of {trials.Length} formulas fail, {run}.\n")
            + string.Join("\n", failures.OrderBy(static failure => failure.Trial.Formula.Size).Take(MostReported).Select(static failure => $"{failure.Failure}\n{failure.Trial.Formula}")));
        Assert.True(trials.Length == run.Count && tally.Values >= LeastShareOfValues * tally.Points && tally.Slopes >= LeastShareOfSlopes * tally.AllSlopes, $"Too little was compared, {run}. {tally}");
    }

    private static string Report(AxisOutcome outcome)
    {
        AxisOutcome smallest = AxisShrinker.Smallest(outcome);
        return $"{outcome.Failure}\nas drawn:\n{outcome.Trial.Formula}\nsmallest:\n{smallest.Trial.Formula}{smallest.Failure}\n";
    }
}
