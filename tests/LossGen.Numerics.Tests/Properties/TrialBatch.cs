using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Properties;

/// <summary>Trials in batches of one compilation each: a compilation is expensive, but hardly more so for many declarations.</summary>
internal static class TrialBatch
{
    private const int TrialsInOne = 125;
    private const int AtOnce = 2;

    /// <summary>Runs all trials, in order.</summary>
    public static IReadOnlyList<TrialOutcome> RunAll(IReadOnlyList<Trial> trials) => [.. trials.Chunk(TrialsInOne)
        .AsParallel().AsOrdered().WithDegreeOfParallelism(AtOnce).SelectMany(static batch => Run(batch))];

    public static TrialOutcome Run(Trial trial) => Run([trial])[0];

    private static IReadOnlyList<TrialOutcome> Run(Trial[] trials)
    {
        (string Name, Trial Trial)[] named = [.. trials.Select(static (trial, index) => (Name(index), trial))];
        try
        {
            CompiledLosses losses = CompiledLosses.Compile(
                named.ToDictionary(static pair => pair.Name, static pair => pair.Trial.Attribute),
                named.Where(static pair => pair.Trial.ConstructorType is not null).ToDictionary(static pair => pair.Name, static pair => pair.Trial.ConstructorType!));
            return [.. named.Select(pair => TrialCheck.Run(pair.Trial, losses, pair.Name))];
        }
        catch (InvalidOperationException) when (trials.Length > 1)
        {
            // Something does not compile: bisected until it is alone.
            int middle = trials.Length / 2;
            return [.. Run(trials[..middle]), .. Run(trials[middle..])];
        }
        catch (InvalidOperationException exception)
        {
            return [new TrialOutcome(trials[0], [], $"does not compile: {exception.Message}")];
        }
    }

    private static string Name(int index) => FormattableString.Invariant($"Loss{index}");
}
