namespace LossGen.Inspection.Tracing;

/// <summary>One of the kernels of a loss.</summary>
/// <param name="Member">The name of the kernel for vectors of 256 bits and any number of locations; null for the last that a member calls with its first gradient alone.</param>
/// <param name="IsWide">Whether it is the corresponding kernel for vectors of 512 bits.</param>
/// <param name="IsForFew">Whether it is the corresponding kernel for a few locations.</param>
/// <param name="Callers">The members that call it, in words; empty where nobody reads them.</param>
internal sealed record KernelChoice(string? Member, bool IsWide = false, bool IsForFew = false, string Callers = "");
