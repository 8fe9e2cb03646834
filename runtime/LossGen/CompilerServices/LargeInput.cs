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
    /// <param name="kernel">The kernel: a variable of the calling method.</param>
    /// <param name="count">The number of positions.</param>
    /// <param name="blockSize">The positions of a block.</param>
    /// <param name="positionsPerThread">The least number of positions that is worth a thread; more than there are for the calling thread alone.</param>
    /// <param name="streamedFrom">The number of positions from which gradients are written past the caches, if they take no input's place.</param>
    /// <typeparam name="TKernel">The kernel's type.</typeparam>
    public static double Sum<TKernel>(ref TKernel kernel, nuint count, nuint blockSize, nuint positionsPerThread, nuint streamedFrom)
        where TKernel : IBlockKernel, allows ref struct
    {
        BlockCall call = count >= streamedFrom && StreamedStore.IsSupported && !kernel.IsInPlace
            ? BlockCall.Of<TKernel, StreamedStore>(ref kernel, count, blockSize)
            : BlockCall.Of<TKernel, CachedStore>(ref kernel, count, blockSize);
        ParallelJob job = ParallelJob.Rent();
        double sum = job.Run(call, ThreadsFor(count / positionsPerThread) - 1);

        // A job that failed is left to the garbage collector.
        job.Return();
        return sum;
    }

    private static int ThreadsFor(nuint worthwhile) =>
        worthwhile <= 1 ? 1
        : Threads > 0 ? Threads
        : (int)nuint.Min(worthwhile, (nuint)Environment.ProcessorCount);
}
