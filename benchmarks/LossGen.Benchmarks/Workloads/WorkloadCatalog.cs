using LossGen.Benchmarks.Declarations;

namespace LossGen.Benchmarks.Workloads;

/// <summary>The workloads of both the quick mode and BenchmarkDotNet.</summary>
public static class WorkloadCatalog
{
    private const int Kibi = 1024;
    private const int Mebi = 1024 * 1024;

    /// <summary>Every loss, in every pass and type, on tensors that fit in a cache.</summary>
    public static IReadOnlyList<Workload> Losses { get; } =
    [
        .. EveryPass(LossFamily.Softmax, Rows(65536, 10), static _ => new SoftmaxOf10(), static _ => new SoftmaxOf10Doubles()),
        .. EveryPass(LossFamily.SoftlabelSoftmax, Rows(65536, 10), static _ => new SoftLabelsOf10(), static _ => new SoftLabelsOf10Doubles()),
        .. EveryPass(LossFamily.MultinomialLogistic, Rows(65536, 10), static _ => new MultinomialOf10(), static _ => new MultinomialOf10Doubles()),
        .. EveryPass(LossFamily.Square, new(64 * Kibi), static _ => new Square(), static _ => new SquareOfDoubles()),
        .. EveryPass(LossFamily.Hinge, new(64 * Kibi), static _ => new Hinge(), static _ => new HingeOfDoubles()),
        .. EveryPass(LossFamily.BinaryCrossEntropy, new(64 * Kibi), static _ => new BinaryCrossEntropy(), static _ => new BinaryCrossEntropyOfDoubles()),
        .. EveryPass(LossFamily.GaussianKL, new(64 * Kibi), static _ => new GaussianKL(), static _ => new GaussianKLOfDoubles()),
    ];

    /// <summary>Softmax over few and many classes, contiguous and strided.</summary>
    public static IReadOnlyList<Workload> SoftmaxShapes { get; } =
    [
        Single(LossFamily.Softmax, Rows(65536, 2), static _ => new SoftmaxOf2()),
        Single(LossFamily.Softmax, Rows(65536, 3), static _ => new SoftmaxOf3()),
        Single(LossFamily.Softmax, Rows(65536, 21), static _ => new SoftmaxOf21()),
        Single(LossFamily.Softmax, Rows(65536, 64), static _ => new SoftmaxOf64()),
        Single(LossFamily.Softmax, Rows(8192, 100), static _ => new SoftmaxOf100()),
        Single(LossFamily.Softmax, Rows(4096, 1000), static _ => new SoftmaxOf1000()),
        Single(LossFamily.Softmax, Rows(256, 50257), static _ => new SoftmaxOf50257()),
        Single(LossFamily.Softmax, new(8, 21, 128, 128) { ClassAxis = 1 }, static _ => new SoftmaxOfImages()),
        Single(LossFamily.Softmax, new(8, 128, 128, 21) { ClassAxis = 3 }, static _ => new SoftmaxOfImagesClassesLast()),
        Single(LossFamily.Softmax, new(10, 65536) { BatchAxis = 1, ClassAxis = 0 }, static _ => new SoftmaxBatchLast()),
        Single(LossFamily.Softmax, new(16384, 10, 5) { ClassAxis = 1 }, static _ => new SoftmaxOf10By5()),
        Single(LossFamily.SoftlabelSoftmax, Rows(4096, 1000), static _ => new SoftLabelsOf1000()),
    ];

    /// <summary>Tensors that a second-level cache holds, so that nothing but arithmetic limits them.</summary>
    public static IReadOnlyList<Workload> InCache { get; } =
    [
        Single(LossFamily.Softmax, Rows(64, 1000), static _ => new SoftmaxOf1000()) with { MostSlots = 26 },
        Single(LossFamily.Softmax, Rows(80, 100), static _ => new SoftmaxOf100()) with { MostSlots = 30 },
        Single(LossFamily.Softmax, Rows(250, 33), static _ => new SoftmaxOf33()) with { MostSlots = 36 },
        Single(LossFamily.Softmax, Rows(800, 10), static _ => new SoftmaxOf10()) with { MostSlots = 45 },
        Single(LossFamily.Softmax, Rows(64, 10), static _ => new SoftmaxOf10()) with { MostSlots = 50 },
        Single(LossFamily.Softmax, new(1, 19, 32, 32) { ClassAxis = 1 }, static _ => new SoftmaxOfSmallImages()) with { MostSlots = 36 },
        Single(LossFamily.Square, new(8 * Kibi), static _ => new Square()) with { MostSlots = 8 },
        Single(LossFamily.Hinge, new(8 * Kibi), static _ => new Hinge()) with { MostSlots = 8 },
        Single(LossFamily.BinaryCrossEntropy, new(8 * Kibi), static _ => new BinaryCrossEntropy()) with { MostSlots = 45 },
        Single(LossFamily.GaussianKL, new(8 * Kibi), static _ => new GaussianKL()) with { HasBothGradients = true, MostSlots = 28 },
    ];

    /// <summary>Elementwise losses, from tensors that fit in the first-level cache to those that fit in none.</summary>
    public static IReadOnlyList<Workload> Sizes { get; } =
    [
        .. from count in (int[])[Kibi, 4 * Mebi] select Single(LossFamily.Square, new(count), static _ => new Square()),
        Single(LossFamily.Square, new(16 * Mebi), static _ => new Square()) with { Limit = Limit.Memory },
        .. from count in (int[])[Kibi, 4 * Mebi] select Single(LossFamily.Hinge, new(count), static _ => new Hinge()),
        Single(LossFamily.Hinge, new(16 * Mebi), static _ => new Hinge()) with { Limit = Limit.Memory },
        .. from count in (int[])[Kibi, 4 * Mebi, 16 * Mebi] select Single(LossFamily.BinaryCrossEntropy, new(count), static _ => new BinaryCrossEntropy()),
        .. from count in (int[])[Kibi, 4 * Mebi, 16 * Mebi] select Single(LossFamily.GaussianKL, new(count), static _ => new GaussianKL()),
    ];

    /// <summary>So little work that the cost of the call itself matters.</summary>
    public static IReadOnlyList<Workload> SmallBatches { get; } =
    [
        Single(LossFamily.Softmax, Rows(1, 10), static _ => new SoftmaxOf10()) with { LongestCall = 25 },
        Single(LossFamily.Softmax, Rows(1, 10), static _ => new SoftmaxOf10()) with { Pass = Pass.Forward },
        Single(LossFamily.Softmax, Rows(8, 10), static _ => new SoftmaxOf10()),
        Single(LossFamily.Square, new(1, 10), static _ => new SquareOf10()) with { LongestCall = 10 },
        Single(LossFamily.Square, new(8, 10), static _ => new SquareOf10()),
        Single(LossFamily.BinaryCrossEntropy, new(1, 10), static _ => new BinaryCrossEntropyOf10()) with { LongestCall = 22 },
    ];

    public static IReadOnlyList<Workload> All { get; } =
        [.. Losses, .. SoftmaxShapes, .. WeightedWorkloads.All, .. Sizes, .. InCache, .. SmallBatches, .. ParallelWorkloads.All];

    private static TensorShape Rows(int samples, int classes) => new(samples, classes) { ClassAxis = 1 };

    private static Workload Single(LossFamily loss, TensorShape shape, Func<float[], object> declaration) =>
        new(loss, shape, ElementType.Single, Pass.ForwardBackward, declaration);

    private static IEnumerable<Workload> EveryPass(LossFamily loss, TensorShape shape, Func<float[], object> ofFloats, Func<float[], object> ofDoubles) =>
        from element in (ElementType[])[ElementType.Single, ElementType.Double]
        from pass in (Pass[])[Pass.ForwardBackward, Pass.Forward, Pass.Backward]
        select new Workload(loss, shape, element, pass, element == ElementType.Single ? ofFloats : ofDoubles);
}
