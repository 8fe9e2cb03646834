namespace LossGen.Numerics.Tests.Parallelism;

/// <summary>Keeps every thread of the pool waiting until it is disposed of. Only while no other test runs.</summary>
internal sealed class BusyPool : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ManualResetEventSlim end = new();
    private readonly CountdownEvent waiting;
    private readonly int workers;
    private readonly int completionPorts;
    private int probed;
    private int started;

    public BusyPool()
    {
        ThreadPool.GetMaxThreads(out workers, out completionPorts);
        ThreadPool.GetMinThreads(out int threads, out _);
        Assert.True(ThreadPool.SetMaxThreads(threads, completionPorts));

        // Twice as many as there are threads, so that a thread that becomes free waits too.
        waiting = new CountdownEvent(2 * threads);
        for (int i = 0; i < 2 * threads; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static pool => pool.Wait(), this, preferLocal: false);
        }

        // The running test may hold threads of the pool as well.
        ThreadPool.UnsafeQueueUserWorkItem(static pool => Volatile.Write(ref pool.probed, 1), this, preferLocal: false);
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref started) > 0 && ThreadPool.ThreadCount >= threads, Limit));
    }

    /// <summary>Whether no thread of the pool has been free since.</summary>
    public bool IsBusy => Volatile.Read(ref probed) == 0;

    public void Dispose()
    {
        end.Set();
        waiting.Wait();
        ThreadPool.SetMaxThreads(workers, completionPorts);
        waiting.Dispose();
        end.Dispose();
    }

    private void Wait()
    {
        Interlocked.Increment(ref started);
        end.Wait();
        waiting.Signal();
    }
}
