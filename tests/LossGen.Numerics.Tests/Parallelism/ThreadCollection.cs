using LossGen.CompilerServices;

namespace LossGen.Numerics.Tests.Parallelism;

/// <summary>Tests that say how many threads there are, or count what all of them allocate: nothing else may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ThreadCollection : ICollectionFixture<ThreadCollection.Pool>
{
    public const string Name = "Threads";

    /// <summary>The numbers of threads that are tried, the calling one among them.</summary>
    public static IEnumerable<int> ThreadCounts => [1, 2, 3, 8];

    /// <summary>Runs with so many threads.</summary>
    public static void With(int threads, Action run)
    {
        LargeInput.Threads = threads;
        try
        {
            run();
        }
        finally
        {
            LargeInput.Threads = 0;
        }
    }

    /// <summary>A pool with a thread for each that is asked for, without waiting for the pool to find out that it could do with one more.</summary>
    public sealed class Pool : IDisposable
    {
        private readonly int workers;
        private readonly int completionPorts;

        public Pool()
        {
            ThreadPool.GetMinThreads(out workers, out completionPorts);
            ThreadPool.SetMinThreads(Math.Max(workers, ThreadCounts.Max() + 2), completionPorts);
        }

        public void Dispose() => ThreadPool.SetMinThreads(workers, completionPorts);
    }
}
