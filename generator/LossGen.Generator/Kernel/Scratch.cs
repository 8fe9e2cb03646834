namespace LossGen.Generator.Kernel;

/// <summary>A kernel's own memory, with unspecified contents at the start.</summary>
/// <param name="Tensor">The tensor stored there.</param>
/// <param name="Length">The number of its elements.</param>
/// <param name="Replaces">
/// The scratch whose memory it shares, element for element: a gradient's tile takes the place of its input's, just as a gradient may take its input's
/// in the caller's memory. Null if it has memory of its own.
/// </param>
/// <param name="Offset">The byte of the lent memory at which it begins; null until placed.</param>
internal sealed record Scratch(Tensor Tensor, int Length, Tensor? Replaces = null, int? Offset = null)
{
    /// <summary>The byte after it.</summary>
    public int End => (Offset ?? 0) + (Length * Tensor.ElementType.Bits / 8);
}
