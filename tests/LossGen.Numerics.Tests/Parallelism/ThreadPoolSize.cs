[assembly: AssemblyFixture(typeof(LossGen.Numerics.Tests.Parallelism.ThreadPoolSize))]

namespace LossGen.Numerics.Tests.Parallelism;

/// <summary>A pool with a thread for each request, without waiting for the pool to notice that it needs one more.</summary>
public sealed class ThreadPoolSize : IDisposable
{
    private readonly int workers;
    private readonly int completionPorts;

    public ThreadPoolSize()
    {
        ThreadPool.GetMinThreads(out workers, out completionPorts);
        ThreadPool.SetMinThreads(Math.Max(workers, Threads.Counts.Max() + 2), completionPorts);
    }

    public void Dispose() => ThreadPool.SetMinThreads(workers, completionPorts);
}
