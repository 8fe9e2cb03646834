namespace LossGen.Benchmarks.Workloads;

/// <summary>The workloads that are measured, by the quick mode and by BenchmarkDotNet alike.</summary>
public static class WorkloadCatalog
{
    // Of two workloads every pass is measured, in both types: a wide row, and elements that stay in the second-level cache.
    private const int Elements = 64 * 1024;

    // More than any cache holds: memory sets the pace.
    private const int ManyElements = 16 * 1024 * 1024;

    public static IReadOnlyList<Workload> All { get; } =
    [
        .. EveryPass(LossFamily.Softmax, 4096, 1000),
        new(LossFamily.Softmax, 8192, 100, ElementType.Single, Pass.ForwardBackward),
        new(LossFamily.Softmax, 65536, 10, ElementType.Single, Pass.ForwardBackward),
        .. EveryPass(LossFamily.Square, Elements, 1),
        new(LossFamily.Square, ManyElements, 1, ElementType.Single, Pass.ForwardBackward),
    ];

    private static IEnumerable<Workload> EveryPass(LossFamily loss, int samples, int sampleSize) =>
        from element in (ElementType[])[ElementType.Single, ElementType.Double]
        from pass in (Pass[])[Pass.ForwardBackward, Pass.Forward, Pass.Backward]
        select new Workload(loss, samples, sampleSize, element, pass);
}
