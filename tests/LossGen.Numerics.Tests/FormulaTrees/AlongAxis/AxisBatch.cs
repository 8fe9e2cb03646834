using System.Text.RegularExpressions;
using LossGen.Numerics.Tests.Custom.AlongAxis;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.FormulaTrees.AlongAxis;

/// <summary>The outcome of a trial.</summary>
internal sealed record AxisOutcome(AxisTrial Trial, string? Failure, FormulaTally Tally);

/// <summary>Runs trials in batches, each one compilation.</summary>
internal static partial class AxisBatch
{
    private const int TrialsInOne = 32;
    private const int AtOnce = 2;

    /// <summary>Runs all trials, in order.</summary>
    public static IReadOnlyList<AxisOutcome> RunAll(IReadOnlyList<AxisTrial> trials) => [.. trials.Chunk(TrialsInOne)
        .AsParallel().AsOrdered().WithDegreeOfParallelism(AtOnce).SelectMany(static batch => Run(batch))];

    private static IReadOnlyList<AxisOutcome> Run(AxisTrial[] trials)
    {
        try
        {
            CompiledLosses compiled = CompiledLosses.CompileSources(trials.Select(static (trial, index) =>
                AxisFormulaText.Source(trial.Formula, "Loss").With(trial.Shape.Arguments, trial.IsDouble, Name(index)) + $"public static class Uses{Name(index)} {{ public const string Member = nameof({Name(index)}.Forward); }}\n"));
            return [.. trials.Select((trial, index) => Run(trial, compiled, Name(index)))];
        }
        catch (InvalidOperationException exception) when (trials.Length > 1)
        {
            // A class for which nothing was generated lacks the member that is named for it; if something else does not compile, it is bisected until it is alone.
            HashSet<string> lacking = [.. Lacking().Matches(exception.Message).Select(static match => match.Groups[1].Value)];
            if (lacking.Count > 0 && lacking.Count < trials.Length)
            {
                AxisOutcome[] failed = [.. trials.Where((_, index) => lacking.Contains(Name(index))).Select(static trial => new AxisOutcome(trial, "does not compile: nothing was generated", FormulaTally.None))];
                return [.. failed, .. Run([.. trials.Where((_, index) => !lacking.Contains(Name(index)))])];
            }

            int middle = trials.Length / 2;
            return [.. Run(trials[..middle]), .. Run(trials[middle..])];
        }
        catch (InvalidOperationException exception)
        {
            return [new AxisOutcome(trials[0], $"does not compile: {exception.Message} {exception.InnerException}", FormulaTally.None)];
        }
    }

    private static AxisOutcome Run(AxisTrial trial, CompiledLosses compiled, string name)
    {
        try
        {
            AxisLossRun loss = new(compiled.Type("Zoo." + name), trial.IsDouble, perClass: trial.Weights());
            (string? failure, FormulaTally tally) = new AxisTrialCheck(trial).Compare(loss);
            return new AxisOutcome(trial, failure, tally);
        }
        catch (Exception exception)
        {
            // An exception of a kernel, or a disagreement of the members, is the trial's outcome; the other trials go on.
            return new AxisOutcome(trial, $"{exception.GetType().Name}: {exception.Message}", FormulaTally.None);
        }
    }

    [GeneratedRegex("'(Loss[0-9]+)' does not contain a definition for 'Forward'")]
    private static partial Regex Lacking();

    private static string Name(int index) => FormattableString.Invariant($"Loss{index}");
}
