using LossGen.CompilerServices;

namespace LossGen.Numerics.Tests.Parallelism;

/// <summary>Numbers of threads, whether they pay off or not.</summary>
internal static class Threads
{
    /// <summary>The numbers of threads that are tried, including the calling one.</summary>
    public static IEnumerable<int> Counts => [1, 2, 3, 8];

    /// <summary>Runs with the given number of threads for each call from this one.</summary>
    public static void With(int threads, Action run) => With(threads, () =>
    {
        run();
        return 0;
    });

    /// <summary>Likewise, with a result.</summary>
    public static TResult With<TResult>(int threads, Func<TResult> run)
    {
        LargeInput.Threads = threads;
        try
        {
            return run();
        }
        finally
        {
            LargeInput.Threads = 0;
        }
    }
}
