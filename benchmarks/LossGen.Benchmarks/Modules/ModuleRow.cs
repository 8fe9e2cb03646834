using LossGen.Benchmarks.Quick;

namespace LossGen.Benchmarks.Modules;

/// <summary>The measurements of a part of training.</summary>
/// <param name="Workload">What was timed.</param>
/// <param name="Torch">With torch's own loss.</param>
/// <param name="Module">With LossGen's as a module.</param>
/// <param name="Graphless">With LossGen's as the start of the backward pass; null where there is none.</param>
public sealed record ModuleRow(ModuleWorkload Workload, Timing Torch, Timing Module, Timing? Graphless)
{
    public const string ModuleName = "AsModule";
    public const string GraphlessName = "BackwardFrom";

    /// <summary>How many times as fast as torch each way is.</summary>
    public IEnumerable<(string Workload, double Ratio)> Ratios =>
    [
        ($"{Workload} {ModuleName}", Torch.RatioTo(Module)),
        .. Graphless is null ? [] : ((string, double)[])[($"{Workload} {GraphlessName}", Torch.RatioTo(Graphless))],
    ];
}
