using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>A formula and the points at which it is tried.</summary>
internal sealed record FormulaTrial(Formula Formula, double[][] Points);

/// <summary>The outcome of a trial.</summary>
internal sealed record FormulaOutcome(FormulaTrial Trial, string? Failure, FormulaTally Tally);

/// <summary>Runs trials in batches, each one compilation.</summary>
internal static class FormulaBatch
{
    private const int TrialsInOne = 50;
    private const int AtOnce = 2;

    /// <summary>Runs all trials, in order.</summary>
    public static IReadOnlyList<FormulaOutcome> RunAll(IReadOnlyList<FormulaTrial> trials) => [.. trials.Chunk(TrialsInOne)
        .AsParallel().AsOrdered().WithDegreeOfParallelism(AtOnce).SelectMany(static batch => Run(batch))];

    private static IReadOnlyList<FormulaOutcome> Run(FormulaTrial[] trials)
    {
        try
        {
            CompiledLosses compiled = CompiledLosses.CompileSources(["using System;\nusing LossGen;\n" + string.Concat(trials.Select(static (trial, index) =>
                FormulaText.Of(trial.Formula, "Loss" + Suffix(index)) + FormulaText.OfWide(trial.Formula, "Plain" + Suffix(index)) + FormulaCalls.Text(trial.Formula, Suffix(index))))]);
            return [.. trials.Select((trial, index) => Run(trial, compiled, Suffix(index)))];
        }
        catch (InvalidOperationException) when (trials.Length > 1)
        {
            // Something does not compile: bisected until it is alone.
            int middle = trials.Length / 2;
            return [.. Run(trials[..middle]), .. Run(trials[middle..])];
        }
        catch (InvalidOperationException exception)
        {
            return [new FormulaOutcome(trials[0], $"does not compile: {exception.Message} {exception.InnerException}", FormulaTally.None)];
        }
    }

    private static FormulaOutcome Run(FormulaTrial trial, CompiledLosses compiled, string suffix)
    {
        try
        {
            (string? failure, FormulaTally tally) = FormulaCheck.Compare(trial.Formula, trial.Points, FormulaCalls.Run(trial.Formula, compiled, suffix, trial.Points));
            return new FormulaOutcome(trial, failure, tally);
        }
        catch (Exception exception)
        {
            // An exception of a kernel, or a disagreement of the members, is the trial's outcome; the other trials go on.
            return new FormulaOutcome(trial, $"{exception.GetType().Name}: {exception.Message}", FormulaTally.None);
        }
    }

    private static string Suffix(int index) => index.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
