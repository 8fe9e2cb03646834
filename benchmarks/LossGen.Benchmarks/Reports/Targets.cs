using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Quick;
using LossGen.Benchmarks.Workloads;
using static System.FormattableString;

namespace LossGen.Benchmarks.Reports;

/// <summary>What LossGen is meant to achieve.</summary>
public static class Targets
{
    private const double LeastTimesTorch = 4;
    private const double LeastTimesLoops = 1.05;
    private const double MeanTimesLoops = 2;
    private const double LeastPartOfCopying = 0.9;
    private const double LeastGainOfTwoThreads = 1.85;

    /// <summary>The C++ loops of the compilers that are installed, as targets name them.</summary>
    public static string NamesOfLoops => string.Join(" and ", from loops in ContenderCatalog.NativeLoops where loops.Absence is null select loops.CompilerName) is { Length: > 0 } names
        ? $"the better C++ loops of {names}"
        : "C++ loops";

    /// <summary>The targets for which there are measurements.</summary>
    public static IReadOnlyList<Target> Of(IReadOnlyList<Row> rows)
    {
        Row[] training = [.. rows.Where(static row => row.IsTraining && row.Workload.Threads == 1)];
        (string, double)[] loops = [.. Row.RatiosToFastest(training, ContenderCatalog.NativeLoops)];
        return
        [
            .. Target.AtLeast(
                Invariant($"{LeastTimesTorch}x as fast as {ContenderCatalog.Torch.Name} on every row of float ForwardBackward"),
                LeastTimesTorch,
                Row.Ratios(training, ContenderCatalog.Torch),
                Target.Times),
            .. Target.AtLeast(Invariant($"{LeastTimesLoops}x as fast as {NamesOfLoops} on every row of float ForwardBackward"), LeastTimesLoops, loops, Target.Times),
            .. Target.MeanAtLeast(Invariant($"{MeanTimesLoops}x as fast as {NamesOfLoops} in the geometric mean of these rows"), MeanTimesLoops, loops),
            .. Target.AtLeast(
                Invariant($"Bound by memory: {LeastPartOfCopying:P0} of the bandwidth of a copy past the caches"),
                LeastPartOfCopying,
                from row in rows where row.Workload.IsBoundByMemory select (row.Workload.ToString(), row.PartOfCopying(row.Subject)),
                static part => Invariant($"{part:P0}")),
            .. Target.AtLeast(
                Invariant($"Bound by arithmetic: two threads are {LeastGainOfTwoThreads}x as fast as one"),
                LeastGainOfTwoThreads,
                from row in rows where row.Workload.Limit == Limit.Arithmetic let gain = row.GainOfThreads where gain is not null select (row.Workload.ToString(), gain.Value),
                Target.Times),
            .. from row in rows
               let longest = row.Workload.LongestCall
               where longest is not null
               select Target.AtMost(Invariant($"{row.Workload}: a call within {longest} ns"), longest.Value, row.Subject.Median, static time => Invariant($"{time:F1} ns")),
            .. from row in rows
               let most = row.Workload.MostSlots
               where most is not null
               select Target.AtMost(Invariant($"{row.Workload}: at most {most} slots per element"), most.Value, row.SlotsPerElement, static slots => Invariant($"{slots:F1}")),
        ];
    }
}
