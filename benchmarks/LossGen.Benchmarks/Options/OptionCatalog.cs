namespace LossGen.Benchmarks.Options;

/// <summary>What training asks of a loss beyond its value and gradient, and the losses of torch.nn.</summary>
public static class OptionCatalog
{
    public static IReadOnlyList<OptionLoss> All { get; } = [.. CrossEntropyOptions.All, .. FurtherMembers.All, .. LibraryLosses.All];
}
