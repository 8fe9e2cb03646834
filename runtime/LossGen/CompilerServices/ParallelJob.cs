using System.Runtime.ExceptionServices;

namespace LossGen.CompilerServices;

/// <summary>
/// One call's blocks, taken by whichever thread is free, and their sums, added in order by the calling thread. Jobs are kept and reused, and the thread pool
/// is given the job itself, so that running one allocates nothing.
/// </summary>
internal sealed class ParallelJob : IThreadPoolWorkItem
{
    // The blocks of one round, whose sums wait to be added: a round takes far longer than its start, and a job keeps only 32 KiB.
    private const int MostBlocks = 1 << 12;

    private static readonly Lock Idle = new();
    private static ParallelJob? firstIdle;

    private readonly double[] sums = new double[MostBlocks];
    private readonly HelperGate gate = new();
    private ParallelJob? nextIdle;

    // Written while the gate is shut and no helper is inside, read by those inside.
    private BlockCall call;
    private nuint firstPosition;
    private int blocks;

    // Written by all threads.
    private int taken;
    private int queued;
    private Exception? failure;

    /// <summary>A job that no other call uses.</summary>
    public static ParallelJob Rent()
    {
        lock (Idle)
        {
            if (firstIdle is { } job)
            {
                firstIdle = job.nextIdle;
                job.nextIdle = null;
                return job;
            }
        }

        return new ParallelJob();
    }

    /// <summary>Keeps the job for another call. Threads that were asked to help and have not come yet may still come then.</summary>
    public void Return()
    {
        lock (Idle)
        {
            nextIdle = firstIdle;
            firstIdle = this;
        }
    }

    /// <summary>Runs every block, on the calling thread and on as many others as come.</summary>
    public double Run(in BlockCall whole, int helpers)
    {
        call = whole;
        BlockSum sum = default;
        nuint round = MostBlocks * whole.BlockSize;
        for (firstPosition = 0; firstPosition < whole.Count; firstPosition += round)
        {
            blocks = (int)((nuint.Min(round, whole.Count - firstPosition) + whole.BlockSize - 1) / whole.BlockSize);
            RunRound(Math.Min(helpers, blocks - 1));
            foreach (double block in sums.AsSpan(0, blocks))
            {
                sum.Add(block);
            }
        }

        return sum.Total;
    }

    /// <summary>What a thread of the pool does when it gets to the job.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        Interlocked.Decrement(ref queued);
        if (!gate.TryEnter())
        {
            return;
        }

        try
        {
            TakeBlocks();
        }
        catch (Exception exception)
        {
            // The calling thread throws it, once it has run out of blocks.
            failure = exception;
            Volatile.Write(ref taken, MostBlocks);
        }
        finally
        {
            gate.Leave();
        }
    }

    private void RunRound(int helpers)
    {
        taken = 0;
        gate.Open();
        try
        {
            AskFor(helpers);
            TakeBlocks();
        }
        finally
        {
            // Even if a block threw: the kernel ends with the calling method, which must not happen while another thread works on it.
            gate.CloseAndWait();
        }

        if (failure is { } exception)
        {
            ExceptionDispatchInfo.Throw(exception);
        }
    }

    // Helpers that were asked earlier and have not come yet count: if the pool is busy, its queue does not grow.
    private void AskFor(int helpers)
    {
        for (int waiting = Volatile.Read(ref queued); waiting < helpers; waiting++)
        {
            Interlocked.Increment(ref queued);
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private void TakeBlocks()
    {
        for (int block = Interlocked.Increment(ref taken) - 1; block < blocks; block = Interlocked.Increment(ref taken) - 1)
        {
            nuint start = firstPosition + ((nuint)block * call.BlockSize);
            sums[block] = call.Run(start, nuint.Min(start + call.BlockSize, call.Count));
        }

        // Stores that bypassed the caches are visible before any thread learns that they are done.
        Tile.Publish();
    }
}
