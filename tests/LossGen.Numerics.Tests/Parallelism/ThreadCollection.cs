using LossGen.CompilerServices;

namespace LossGen.Numerics.Tests.Parallelism;

/// <summary>Tests that set the number of threads, or count what all threads allocate: nothing else may run at the same time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ThreadCollection : ICollectionFixture<ThreadCollection.Pool>
{
    public const string Name = "Threads";

    /// <summary>The numbers of threads that are tried, including the calling one.</summary>
    public static IEnumerable<int> ThreadCounts => [1, 2, 3, 8];

    /// <summary>Runs with the given number of threads.</summary>
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

    /// <summary>A pool with a thread for each request, without waiting for the pool to notice that it needs one more.</summary>
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
