using LossGen.Explain.MachineCode;
using LossGen.Explain.Tracing;

namespace LossGen.Explain;

/// <summary>What a command line asks for.</summary>
/// <param name="Inputs">A declaration, or the files of one.</param>
/// <param name="Loss">Which loss of several; null where there is one.</param>
/// <param name="Kernel">Which kernel of the loss.</param>
/// <param name="ShowsPasses">Whether the passes are shown.</param>
/// <param name="Passes">Which of them.</param>
/// <param name="IsDiff">Whether a kernel is shown as the difference from the one before, rather than whole.</param>
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
