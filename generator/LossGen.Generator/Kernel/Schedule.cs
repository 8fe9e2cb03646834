namespace LossGen.Generator.Kernel;

/// <summary>How a kernel runs over its loops; chosen in one pass, read by those behind it.</summary>
/// <param name="Description">Which schedule and why, for the kernel's comment.</param>
/// <param name="VectorLoop">The loops whose neighbouring positions become lanes; null for none but loops over elements, which always do.</param>
/// <param name="Lanes">The lanes of a vector.</param>
/// <param name="MostVectorsPerStep">The vectors that one step of such a loop takes where it is long enough.</param>
internal sealed record Schedule(string Description, LoopRole? VectorLoop, int Lanes, int MostVectorsPerStep)
{
    public bool HasLanes(Loop loop) => loop.Role == VectorLoop || loop.Role == LoopRole.Elements;
}
