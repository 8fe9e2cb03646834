using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Quick;

/// <summary>Measures all contenders at one workload, in this process.</summary>
public static class QuickRunner
{
    /// <summary>One measurement a contender, the baseline first.</summary>
    /// <exception cref="DisagreementException">They do not compute the same.</exception>
    public static IReadOnlyList<Measurement> Measure(Workload workload)
    {
        IContender[] contenders = [.. ContenderCatalog.All.Where(contender => contender.Supports(workload))];
        IReadOnlyList<IComputation> computations = ContenderCatalog.Prepare(workload, contenders);
        try
        {
            Agreement.Require(workload, contenders, computations);
            double[][] times = InterleavedTimer.Time([.. computations.Select(static computation => (Action)computation.Run)]);
            return [.. contenders.Select((contender, i) => new Measurement(
                workload,
                contender.Name,
                InterleavedTimer.Median(times[i]),
                InterleavedTimer.Median(times[0].Zip(times[i], static (baseline, time) => baseline / time))))];
        }
        finally
        {
            foreach (IComputation computation in computations)
            {
                computation.Dispose();
            }
        }
    }
}
