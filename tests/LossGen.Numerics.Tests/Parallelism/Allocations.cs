namespace LossGen.Numerics.Tests.Parallelism;

/// <summary>The allocations of all threads together, while nothing else runs.</summary>
internal static class Allocations
{
    // The runtime itself allocates now and then: when it compiles hot methods again, or when its pool starts a thread.
    private const int Attempts = 30;

    /// <summary>Requires that something, when repeated, does not allocate on any thread.</summary>
    public static void AreNone(Action run)
    {
        run();
        Assert.Contains(0L, Enumerable.Range(0, Attempts).Select(_ => ByAllThreads(run)));
    }

    private static long ByAllThreads(Action run)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        run();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
