using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace LossGen.CompilerServices;

/// <summary>
/// The memory that a kernel works in: on the stack of the thread that runs it, at the start of a cache line, and not zeroed, which generated code cannot request.
/// </summary>
/// <remarks>For generated code; not meant to be called by hand.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Scratch
{
    private const int LineBytes = 64;

    /// <summary>Runs a kernel over one block, lending it memory meanwhile.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="start">The block's first position.</param>
    /// <param name="end">The position after its last one.</param>
    /// <typeparam name="TKernel">The kernel's type.</typeparam>
    /// <typeparam name="TStore">How gradients are stored, where the kernel has a choice.</typeparam>
    /// <returns>The block's sum.</returns>
    [SkipLocalsInit]
    public static unsafe double Run<TKernel, TStore>(scoped in TKernel kernel, nuint start, nuint end)
        where TKernel : IBlockKernel, allows ref struct
        where TStore : struct, IVectorStore
    {
        byte* memory = stackalloc byte[TKernel.ScratchBytes + LineBytes - 1];
        ref byte aligned = ref *(byte*)(((nuint)memory + LineBytes - 1) / LineBytes * LineBytes);
        return kernel.Run<TStore>(start, end, ref aligned);
    }

    /// <summary>The element at an offset into the memory that a kernel was lent.</summary>
    /// <param name="scratch">Its first byte.</param>
    /// <param name="offset">The offset from it in bytes; a multiple of the element's size.</param>
    /// <typeparam name="T">The element type.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T At<T>(ref byte scratch, nuint offset)
        where T : unmanaged => ref Unsafe.As<byte, T>(ref Unsafe.AddByteOffset(ref scratch, offset));
}
