using LossGen.Explain.MachineCode;
using LossGen.Inspection.Tracing;

namespace LossGen.Explain;

/// <summary>What a command line requests.</summary>
/// <param name="Inputs">A declaration, or its files.</param>
/// <param name="Loss">The loss to show, of several; null if there is only one.</param>
/// <param name="Kernel">The kernel of the loss.</param>
/// <param name="ShowsPasses">Whether the passes are shown.</param>
/// <param name="Passes">The passes that are shown.</param>
/// <param name="IsDiff">Whether a kernel is shown as the difference from the previous one, rather than whole.</param>
/// <param name="ShowsFile">Whether the generated file is shown.</param>
/// <param name="MachineCode">How much of the kernel's machine code is shown; null for none.</param>
/// <param name="HasColours">Whether the output may have colours.</param>
internal sealed record ExplainRequest(
    IReadOnlyList<string> Inputs,
    string? Loss,
    KernelChoice Kernel,
    bool ShowsPasses,
    PassRange Passes,
    bool IsDiff,
    bool ShowsFile,
    ListingExtent? MachineCode,
    bool HasColours);
