using System.ComponentModel;

namespace LossGen.CompilerServices;

/// <summary>A kernel with all that it is called with: it is lent memory to work in, and any thread may be given a block of it.</summary>
/// <remarks>
/// For generated code; not meant to be used by hand. A type that lives on its caller's stack and holds spans as they are, so that handing it over takes neither
/// a delegate nor an object, and nothing has to be pinned.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IBlockKernel
{
    /// <summary>The bytes that it has to be lent.</summary>
    static abstract int ScratchBytes { get; }

    /// <summary>Whether a gradient takes the place of an input, whose lines are in the caches already.</summary>
    bool IsInPlace { get; }

    /// <summary>Runs over a block of positions.</summary>
    /// <param name="start">The block's first position.</param>
    /// <param name="end">The position behind its last one.</param>
    /// <param name="scratch">The memory that it is lent, which holds anything.</param>
    /// <typeparam name="TStore">How gradients are stored, where the kernel has a choice.</typeparam>
    /// <returns>The block's sum, or 0 from a kernel that has none.</returns>
    double Run<TStore>(nuint start, nuint end, ref byte scratch)
        where TStore : struct, IVectorStore;
}
