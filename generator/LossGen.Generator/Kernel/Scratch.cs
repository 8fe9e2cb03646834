namespace LossGen.Generator.Kernel;

/// <summary>Memory of a kernel's own, which holds anything when it starts.</summary>
/// <param name="Tensor">What stands there.</param>
/// <param name="Length">Its elements.</param>
/// <param name="Replaces">
/// The scratch whose memory it shares, element for element: a gradient's tile takes the place of its input's, as a gradient may take its input's in the
/// caller's memory. Null where it has memory of its own.
/// </param>
/// <param name="Offset">At which byte it begins of what the kernel is lent; null until placed.</param>
internal sealed record Scratch(Tensor Tensor, int Length, Tensor? Replaces = null, int? Offset = null)
{
    /// <summary>The byte behind it.</summary>
    public int End => (Offset ?? 0) + (Length * Tensor.ElementType.Bits / 8);
}
