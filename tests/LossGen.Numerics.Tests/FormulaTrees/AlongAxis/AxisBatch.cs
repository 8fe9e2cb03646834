using LossGen.Numerics.Tests.Custom.AlongAxis;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.FormulaTrees.AlongAxis;

/// <summary>The outcome of a trial.</summary>
internal sealed record AxisOutcome(AxisTrial Trial, string? Failure, FormulaTally Tally);

/// <summary>Runs trials in batches, each one compilation.</summary>
internal static class AxisBatch
{
    private const int TrialsInOne = 64;
    private const int AtOnce = 2;

    /// <summary>Runs all trials, in order.</summary>
    public static IReadOnlyList<AxisOutcome> RunAll(IReadOnlyList<AxisTrial> trials) => [.. trials.Chunk(TrialsInOne)
        .AsParallel().AsOrdered().WithDegreeOfParallelism(AtOnce).SelectMany(static batch => Run(batch))];

    private static IReadOnlyList<AxisOutcome> Run(AxisTrial[] trials)
    {
        try
        {
            CompiledLosses compiled = CompiledLosses.CompileSources(trials.Select(static (trial, index) => AxisFormulaText.Source(trial.Formula, "Loss").With(trial.Shape.Arguments, trial.IsDouble, Name(index))));
            return [.. trials.Select((trial, index) => Run(trial, compiled, Name(index)))];
        }
        catch (InvalidOperationException) when (trials.Length > 1)
        {
            // Something does not compile: bisected until it is alone.
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

    private static string Name(int index) => FormattableString.Invariant($"Loss{index}");
}
