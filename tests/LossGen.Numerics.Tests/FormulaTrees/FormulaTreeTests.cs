using System.Diagnostics;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>
/// Random formulas, compiled, against dual numbers: the value and the derivative with respect to every input, within the errors that dual numbers account for. Set
/// <c>LOSSGEN_FORMULAS</c> for more of them, and <c>LOSSGEN_SEED</c> for others.
/// </summary>
public sealed class FormulaTreeTests(ITestOutputHelper output)
{
    private const int OrdinaryCount = 50;
    private const int DeepCount = 2_000;

    // Each is shrunk, which takes many compilations.
    private const int MostReported = 3;

    // Formulas nest exponentials and powers at random, and some points are chosen to be extraordinary numbers.
    private const double LeastShareOfPoints = 0.7;
    private const double LeastShareOfSlopes = 0.8;

    [Fact]
    public void EveryFormulaComputesWhatDualNumbersDo()
    {
        RandomRun run = RandomRun.Of("LOSSGEN_FORMULAS", OrdinaryCount, DeepCount);
        Stopwatch time = Stopwatch.StartNew();
        IReadOnlyList<FormulaOutcome> outcomes = FormulaBatch.RunAll([.. FormulaGenerator.Draw(run.Count, run.Seed).Select((formula, i) => new FormulaTrial(formula, Points.Draw(formula, run.Seed + i)))]);
        FormulaTally tally = outcomes.Aggregate(FormulaTally.None, static (sum, outcome) => sum + outcome.Tally);
        output.WriteLine(FormattableString.Invariant($"{run}, {time.Elapsed.TotalSeconds:F0} s. {tally}"));

        FormulaOutcome[] failures = [.. outcomes.Where(static outcome => outcome.Failure is not null)];
        Assert.True(failures.Length == 0, FormattableString.Invariant($"{failures.Length} of {run.Count} formulas fail, {run}.\n")
            + string.Join("\n", failures.OrderBy(static failure => FormulaShrinker.Size(failure.Trial.Formula)).Take(MostReported).Select(Report)));
        Assert.True(tally.Values >= LeastShareOfPoints * tally.Points && tally.Slopes >= LeastShareOfSlopes * tally.AllSlopes, $"Too little was compared, {run}. {tally}");
    }

    private static string Report(FormulaOutcome outcome)
    {
        FormulaOutcome smallest = FormulaShrinker.Smallest(outcome);
        return $"{outcome.Failure}\nas drawn:\n{outcome.Trial.Formula}\nsmallest:\n{smallest.Trial.Formula}{smallest.Failure}\n";
    }
}
