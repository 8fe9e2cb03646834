using System.Numerics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders;

/// <summary>Who is compared.</summary>
public static class ContenderCatalog
{
    /// <summary>What the others are checked and compared against.</summary>
    public static IContender Baseline { get; } = new ScalarContender();

    /// <summary>All contenders, the baseline first.</summary>
    public static IReadOnlyList<IContender> All { get; } = [Baseline, new LossGenContender()];

    /// <summary>Prepares contenders for a workload, on the same inputs.</summary>
    public static IReadOnlyList<IComputation> Prepare(Workload workload, params IReadOnlyList<IContender> contenders) => workload.Element switch
    {
        ElementType.Double => Prepare(new Inputs<double>(workload), contenders),
        _ => Prepare(new Inputs<float>(workload), contenders),
    };

    private static IReadOnlyList<IComputation> Prepare<T>(Inputs<T> inputs, IReadOnlyList<IContender> contenders)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. contenders.Select(contender => contender.Prepare(inputs))];
}
