using System.Runtime.ExceptionServices;

namespace DataParallel.Collectives;

/// <summary>A job whose ranks are threads of this process: the same program without MPI, and what tests run on.</summary>
public sealed class ThreadRanks : IDisposable
{
    private readonly byte[][] _slots;
    private readonly Barrier _barrier;
    private readonly CancellationTokenSource _aborted = new();
    private ExceptionDispatchInfo? _failure;

    private ThreadRanks(int size) => (_slots, _barrier) = (new byte[size][], new Barrier(size));

    /// <summary>The number of ranks.</summary>
    public int Size => _slots.Length;

    /// <summary>Runs every rank to its end.</summary>
    /// <param name="size">The number of ranks.</param>
    /// <param name="run">What each of them does, on a thread of its own.</param>
    /// <exception cref="Exception">The first that a rank threw; the others end where they next wait for it.</exception>
    public static void Run(int size, Action<ICollective> run)
    {
        using var job = new ThreadRanks(size);
        Thread[] threads = [.. Enumerable.Range(0, size).Select(rank => new Thread(() => job.RunRank(rank, run)) { Name = $"rank {rank}" })];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
        job._failure?.Throw();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _barrier.Dispose();
        _aborted.Dispose();
    }

    /// <summary>Waits until every rank has brought its bytes, and returns all of them.</summary>
    internal byte[][] Exchange(int rank, byte[] bytes)
    {
        _slots[rank] = bytes;
        _barrier.SignalAndWait(_aborted.Token);
        byte[][] all = [.. _slots];

        // The slots are used again once every rank has read them.
        _barrier.SignalAndWait(_aborted.Token);
        return all;
    }

    internal void Abort() => _aborted.Cancel();

    private void RunRank(int rank, Action<ICollective> run)
    {
        try
        {
            using var collective = new ThreadRank(this, rank);
            run(collective);
        }
        catch (Exception exception)
        {
            // Those that end because of it come later.
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
            Abort();
        }
    }
}
