using System.ComponentModel;

namespace LossGen.CompilerServices;

/// <summary>A kernel that is lent memory to work in, and that any thread may be given a block of.</summary>
/// <remarks>
/// For generated code; not meant to be used by hand. Static, so that a kernel is a type and handing it over takes neither a delegate nor an object.
/// </remarks>
/// <typeparam name="TElement">The type of prediction and gradients.</typeparam>
/// <typeparam name="TGroundTruth">The type of labels or target.</typeparam>
/// <typeparam name="TWeight">The type of the weights.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IBlockKernel<TElement, TGroundTruth, TWeight>
{
    /// <summary>The bytes that it has to be lent.</summary>
    static abstract int ScratchBytes { get; }

    /// <summary>Runs over a block of positions. What the kernel has no use for is empty.</summary>
    /// <param name="prediction">The whole prediction.</param>
    /// <param name="groundTruth">All labels, or the whole target.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="predictionGradient">The gradient of the prediction; only the block's part is written.</param>
    /// <param name="groundTruthGradient">The gradient of the ground truth; only the block's part is written.</param>
    /// <param name="samples">The batch size.</param>
    /// <param name="scale">The factor on sum and gradients.</param>
    /// <param name="start">The block's first position.</param>
    /// <param name="end">The position behind its last one.</param>
    /// <param name="scratch">The first of <see cref="ScratchBytes"/> bytes to work in, at the start of a cache line; they hold anything.</param>
    /// <typeparam name="TStore">How gradients are stored, where the kernel has a choice.</typeparam>
    /// <returns>The block's sum, or 0 from a kernel that has none.</returns>
    static abstract double Run<TStore>(
        ReadOnlySpan<TElement> prediction,
        ReadOnlySpan<TGroundTruth> groundTruth,
        ReadOnlySpan<TWeight> weights,
        Span<TElement> predictionGradient,
        Span<TElement> groundTruthGradient,
        nuint samples,
        double scale,
        nuint start,
        nuint end,
        ref byte scratch)
        where TStore : struct, IVectorStore;
}
