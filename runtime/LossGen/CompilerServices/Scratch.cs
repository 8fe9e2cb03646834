using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace LossGen.CompilerServices;

/// <summary>
/// The memory that a kernel works in: on the stack of whoever runs it, at the start of a cache line, and not zeroed, which generated code cannot ask for.
/// </summary>
/// <remarks>For generated code; not meant to be called by hand.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Scratch
{
    private const int LineBytes = 64;

    /// <summary>Runs a kernel over one block, and lends it memory meanwhile.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="groundTruth">The labels or the target.</param>
    /// <param name="weights">The weights; empty for none.</param>
    /// <param name="predictionGradient">Where the prediction's gradient goes; empty where it is not wanted.</param>
    /// <param name="groundTruthGradient">Where the ground truth's gradient goes; empty where it is not wanted.</param>
    /// <param name="samples">The batch size.</param>
    /// <param name="scale">The factor that the kernel is given.</param>
    /// <param name="start">The block's first position.</param>
    /// <param name="end">The position behind its last one.</param>
    /// <typeparam name="TKernel">The kernel.</typeparam>
    /// <typeparam name="TElement">The type of prediction and gradients.</typeparam>
    /// <typeparam name="TGroundTruth">The type of labels or target.</typeparam>
    /// <typeparam name="TWeight">The type of the weights.</typeparam>
    /// <typeparam name="TStore">How gradients are stored, where the kernel has a choice.</typeparam>
    /// <returns>The block's sum.</returns>
    [SkipLocalsInit]
    public static unsafe double Run<TKernel, TElement, TGroundTruth, TWeight, TStore>(
        ReadOnlySpan<TElement> prediction,
        ReadOnlySpan<TGroundTruth> groundTruth,
        ReadOnlySpan<TWeight> weights,
        Span<TElement> predictionGradient,
        Span<TElement> groundTruthGradient,
        nuint samples,
        double scale,
        nuint start,
        nuint end)
        where TKernel : IBlockKernel<TElement, TGroundTruth, TWeight>
        where TElement : unmanaged
        where TGroundTruth : unmanaged
        where TWeight : unmanaged
        where TStore : struct, IVectorStore
    {
        byte* memory = stackalloc byte[TKernel.ScratchBytes + LineBytes - 1];
        ref byte aligned = ref *(byte*)(((nuint)memory + LineBytes - 1) / LineBytes * LineBytes);
        return TKernel.Run<TStore>(prediction, groundTruth, weights, predictionGradient, groundTruthGradient, samples, scale, start, end, ref aligned);
    }

    /// <summary>What stands at an offset of the memory that a kernel was lent.</summary>
    /// <param name="scratch">Its first byte.</param>
    /// <param name="offset">How many bytes behind it; a multiple of the element's size.</param>
    /// <typeparam name="T">The element type.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T At<T>(ref byte scratch, nuint offset)
        where T : unmanaged => ref Unsafe.As<byte, T>(ref Unsafe.AddByteOffset(ref scratch, offset));
}
