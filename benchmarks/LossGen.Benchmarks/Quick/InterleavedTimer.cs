using System.Diagnostics;

namespace LossGen.Benchmarks.Quick;

/// <summary>
/// Times several actions alternately, A B A B, so that whatever slows the machine down for a while slows all of them. The median
/// of the times, or of their ratios in each round, ignores it.
/// </summary>
public static class InterleavedTimer
{
    private const int FewestRounds = 5;
    private const int MostRounds = 41;

    // Far above the resolution of the clock and the cost of reading it.
    private static readonly TimeSpan shortestTurn = TimeSpan.FromMilliseconds(2);

    // Long enough for the caches and branch predictors to know the loops.
    private static readonly TimeSpan warmUp = TimeSpan.FromMilliseconds(8);

    // For all actions together.
    private static readonly TimeSpan budget = TimeSpan.FromMilliseconds(900);

    // Longer than the threads of any contender keep spinning for work.
    private static readonly TimeSpan rest = TimeSpan.FromMilliseconds(12);

    // After sleeping that long, a processor runs at half speed for a millisecond or two.
    private static readonly TimeSpan wakeUp = TimeSpan.FromMilliseconds(4);

    /// <summary>The time of one call of each action in each round, in nanoseconds; the rounds of all actions are interleaved.</summary>
    public static IReadOnlyList<double>[] Time(params IReadOnlyList<Action> actions) => Time(actions, static _ => { });

    /// <summary>The same for actions that use threads, which occupy a core of the next action for a while after they finish: each turn waits for that, and then for the processors to wake.</summary>
    public static IReadOnlyList<double>[] TimeRested(IReadOnlyList<Action> actions) => Time(actions, static action =>
    {
        Thread.Sleep(rest);
        WarmUp(action, wakeUp);
    });

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static IReadOnlyList<double>[] Time(IReadOnlyList<Action> actions, Action<Action> beforeTurn)
    {
        int[] calls = [.. actions.Select(static action => (int)Math.Ceiling(shortestTurn.TotalNanoseconds / Math.Max(WarmUp(action, warmUp), 1)))];
        List<double>[] times = [.. actions.Select(static _ => new List<double>(MostRounds))];
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < FewestRounds || (round < MostRounds && Stopwatch.GetElapsedTime(start) < budget); round++)
        {
            for (int i = 0; i < actions.Count; i++)
            {
                beforeTurn(actions[i]);
                times[i].Add(Time(actions[i], calls[i]));
            }
        }

        return times;
    }

    // Returns the time of the fastest call, in nanoseconds.
    private static double WarmUp(Action action, TimeSpan duration)
    {
        long start = Stopwatch.GetTimestamp();
        double fastest = double.PositiveInfinity;
        do
        {
            fastest = Math.Min(fastest, Time(action, 1));
        }
        while (Stopwatch.GetElapsedTime(start) < duration);

        return fastest;
    }

    private static double Time(Action action, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
        {
            action();
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }
}
