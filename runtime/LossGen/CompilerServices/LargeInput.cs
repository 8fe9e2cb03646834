using System.ComponentModel;

namespace LossGen.CompilerServices;

/// <summary>Runs a kernel over all blocks of a large input: on several threads, if the caller wants them, and bypassing the caches, where that saves time.</summary>
/// <remarks>For generated code; not meant to be called by hand.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LargeInput
{
    [ThreadStatic]
    private static int threads;

    /// <summary>The number of threads that calls from this thread use, including it, whether they pay off or not; 0 for as many as pay off, up to the number of processors.</summary>
    internal static int Threads
    {
        get => threads;
        set => threads = value;
    }

    /// <summary>
    /// The sum of a kernel over its blocks, bit for bit that of a <see cref="BlockSum"/> to which they are added one after another. Allocates nothing once
    /// as many calls have run at the same time before.
    /// </summary>
    /// <param name="kernel">The kernel: a variable of the calling method.</param>
    /// <param name="count">The number of positions.</param>
    /// <param name="blockSize">The positions of a block.</param>
    /// <param name="positionsPerThread">The least number of positions that is worth a thread; more than <paramref name="count"/> to use the calling thread alone.</param>
    /// <param name="streamedFrom">The number of positions from which gradients bypass the caches, unless they overwrite an input.</param>
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
