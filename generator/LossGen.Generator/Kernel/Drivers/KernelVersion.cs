namespace LossGen.Generator.Kernel.Drivers;

/// <summary>A kernel as it is called: the kernel itself and its equivalent, with the same bits, for wider vectors, to which it hands over if the machine has these.</summary>
/// <param name="Kernel">The kernel in vectors of 256 bits.</param>
/// <param name="Wider">The same in vectors of 512 bits; null if it would not differ.</param>
internal sealed record KernelVersion(LossKernel Kernel, LossKernel? Wider)
{
    public string Name => Kernel.Name;

    /// <summary>The bytes of memory to be lent to whichever of the two runs.</summary>
    public int ScratchBytes => Math.Max(Kernel.ScratchBytes, Wider?.ScratchBytes ?? 0);

    /// <summary>Whether the caller says how it stores.</summary>
    public bool IsStreamed => Kernel.Contents.Overlaps(NodeSet.StreamedStores);

    /// <summary>Both, the wider last.</summary>
    public IEnumerable<LossKernel> All => Wider is null ? [Kernel] : [Kernel, Wider];
}
