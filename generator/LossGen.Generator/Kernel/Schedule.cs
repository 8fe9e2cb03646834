namespace LossGen.Generator.Kernel;

/// <summary>How a kernel runs over its loops; chosen in one pass, read by those behind it.</summary>
/// <param name="Description">Which schedule and why, for the kernel's comment.</param>
/// <param name="VectorLoop">The loops whose neighbouring positions become lanes; null for none.</param>
/// <param name="Lanes">The lanes of a vector.</param>
/// <param name="Unroll">The vectors that one step of the main loop takes.</param>
internal sealed record Schedule(string Description, LoopRole? VectorLoop, int Lanes, int Unroll);
