using System.ComponentModel;

namespace LossGen.CompilerServices;

/// <summary>Runs a kernel over all blocks of a large input: on several threads, where that is asked for, and writing past the caches, where that saves time.</summary>
/// <remarks>For generated code; not meant to be called by hand.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LargeInput
{
    /// <summary>How many threads are asked for, the calling one among them, whether they pay or not; 0 for as many as pay and there are processors for.</summary>
    internal static int Threads { get; set; }

    /// <summary>
    /// The sum of a kernel over its blocks, to the bit what <see cref="BlockSum"/> makes of them one after another. Allocates nothing once as many calls
    /// have run at the same time before.
    /// </summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="groundTruth">The labels or the target.</param>
    /// <param name="weights">The weights; empty for none.</param>
    /// <param name="predictionGradient">Where the prediction's gradient goes; empty where it is not wanted.</param>
    /// <param name="groundTruthGradient">Where the ground truth's gradient goes; empty where it is not wanted.</param>
    /// <param name="samples">The batch size.</param>
    /// <param name="scale">The factor that the kernel is given.</param>
    /// <param name="count">The number of positions.</param>
    /// <param name="blockSize">The positions of a block.</param>
    /// <param name="positionsPerThread">The least number of positions that is worth a thread; more than there are for the calling thread alone.</param>
    /// <param name="streamedFrom">The number of positions from which gradients are written past the caches, if they take no input's place.</param>
    /// <typeparam name="TKernel">The kernel.</typeparam>
    /// <typeparam name="TElement">The type of prediction and gradients.</typeparam>
    /// <typeparam name="TGroundTruth">The type of labels or target.</typeparam>
    /// <typeparam name="TWeight">The type of the weights.</typeparam>
    public static unsafe double Sum<TKernel, TElement, TGroundTruth, TWeight>(
        ReadOnlySpan<TElement> prediction,
        ReadOnlySpan<TGroundTruth> groundTruth,
        ReadOnlySpan<TWeight> weights,
        Span<TElement> predictionGradient,
        Span<TElement> groundTruthGradient,
        nuint samples,
        double scale,
        nuint count,
        nuint blockSize,
        nuint positionsPerThread,
        nuint streamedFrom)
        where TKernel : IBlockKernel<TElement, TGroundTruth, TWeight>
        where TElement : unmanaged
        where TGroundTruth : unmanaged
        where TWeight : unmanaged
    {
        // Pinned until every thread is done: pointers are all that the others are given.
        fixed (void* predictionStart = prediction, groundTruthStart = groundTruth, weightsStart = weights)
        fixed (void* predictionGradientStart = predictionGradient, groundTruthGradientStart = groundTruthGradient)
        {
            BlockCall call = new()
            {
                Prediction = new(predictionStart, prediction.Length),
                GroundTruth = new(groundTruthStart, groundTruth.Length),
                Weights = new(weightsStart, weights.Length),
                PredictionGradient = new(predictionGradientStart, predictionGradient.Length),
                GroundTruthGradient = new(groundTruthGradientStart, groundTruthGradient.Length),
                Samples = samples,
                Scale = scale,
                Count = count,
                BlockSize = blockSize,
            };
            call.Kernel = count >= streamedFrom && StreamedStore.IsSupported && !call.IsInPlace
                ? &BlockCall.Run<TKernel, TElement, TGroundTruth, TWeight, StreamedStore>
                : &BlockCall.Run<TKernel, TElement, TGroundTruth, TWeight, CachedStore>;
            ParallelJob job = ParallelJob.Rent();
            double sum = job.Run(call, ThreadsFor(count / positionsPerThread) - 1);

            // A job that failed is left to the garbage collector.
            job.Return();
            return sum;
        }
    }

    private static int ThreadsFor(nuint worthwhile) =>
        worthwhile <= 1 ? 1
        : Threads > 0 ? Threads
        : (int)nuint.Min(worthwhile, (nuint)Environment.ProcessorCount);
}
