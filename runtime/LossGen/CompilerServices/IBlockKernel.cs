using System.ComponentModel;

namespace LossGen.CompilerServices;

/// <summary>A kernel together with its arguments: it is lent memory to work in, and any thread may run one of its blocks.</summary>
/// <remarks>
/// For generated code; not meant to be used by hand. Implementations live on their caller's stack and hold spans directly, so that passing one on takes neither
/// a delegate nor an object, and nothing has to be pinned.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IBlockKernel
{
    /// <summary>The size in bytes of the memory that it must be lent.</summary>
    static abstract int ScratchBytes { get; }

    /// <summary>Whether a gradient overwrites an input, whose lines are then in the caches already.</summary>
    bool IsInPlace { get; }

    /// <summary>Runs over a block of positions.</summary>
    /// <param name="start">The block's first position.</param>
    /// <param name="end">The position after its last one.</param>
    /// <param name="scratch">The memory that it is lent, with undefined contents.</param>
    /// <typeparam name="TStore">How gradients are stored, where the kernel has a choice.</typeparam>
    /// <returns>The block's sum, or 0 from a kernel that has none.</returns>
    double Run<TStore>(nuint start, nuint end, ref byte scratch)
        where TStore : struct, IVectorStore;
}
