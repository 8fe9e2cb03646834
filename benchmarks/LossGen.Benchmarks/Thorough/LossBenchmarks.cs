using BenchmarkDotNet.Attributes;
using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Thorough;

/// <summary>Every workload and contender, as BenchmarkDotNet sees them. Not sealed: it derives from this class.</summary>
[MemoryDiagnoser]
public class LossBenchmarks
{
    private IComputation? computation;

    [ParamsSource(nameof(Workloads))]
    public Workload Workload { get; set; } = WorkloadCatalog.All[0];

    [ParamsSource(nameof(Contenders))]
    public IContender Contender { get; set; } = ContenderCatalog.Subject;

    public static IEnumerable<Workload> Workloads => WorkloadCatalog.All;

    public static IEnumerable<IContender> Contenders => [.. ContenderCatalog.All, ContenderCatalog.SubjectOnOneThread];

    [GlobalSetup]
    public void Prepare()
    {
        Contender.Announce([Workload]);
        computation = Workload.IsDouble
            ? Contender.Prepare(Inputs<double>.Draw(Workload))
            : Contender.Prepare(Inputs<float>.Draw(Workload));
    }

    [Benchmark]
    public void Run() => computation!.Run();

    [GlobalCleanup]
    public void Release() => computation!.Dispose();
}
