using LossGen.Benchmarks.Declarations;

namespace LossGen.Benchmarks.Workloads;

/// <summary>Workloads worth sharing with a second thread: bound by arithmetic, with a million elements, and bound by memory.</summary>
public static class ParallelWorkloads
{
    private const int Mebi = 1024 * 1024;

    public static IReadOnlyList<Workload> All { get; } =
    [
        New(LossFamily.Softmax, Rows(1024, 1000), static _ => new ParallelSoftmaxOf1000(), static _ => new SoftmaxOf1000()) with { Limit = Limit.Arithmetic },
        New(LossFamily.Softmax, Rows(65536, 64), static _ => new ParallelSoftmaxOf64(), static _ => new SoftmaxOf64()) with { Limit = Limit.Memory },
        New(LossFamily.Softmax, new(8, 21, 128, 128) { ClassAxis = 1 }, static _ => new ParallelSoftmaxOfImages(), static _ => new SoftmaxOfImages()),
        New(LossFamily.SoftlabelSoftmax, Rows(4096, 1000), static _ => new ParallelSoftLabelsOf1000(), static _ => new SoftLabelsOf1000()),
        New(LossFamily.BinaryCrossEntropy, new(Mebi), static _ => new ParallelBinaryCrossEntropy(), static _ => new BinaryCrossEntropy()) with { Limit = Limit.Arithmetic },
        New(LossFamily.GaussianKL, new(Mebi), static _ => new ParallelGaussianKL(), static _ => new GaussianKL()) with { Limit = Limit.Arithmetic },
        New(LossFamily.Square, new(16 * Mebi), static _ => new ParallelSquare(), static _ => new Square()),
        New(LossFamily.Hinge, new(16 * Mebi), static _ => new ParallelHinge(), static _ => new Hinge()),
    ];

    private static TensorShape Rows(int samples, int classes) => new(samples, classes) { ClassAxis = 1 };

    private static Workload New(LossFamily loss, TensorShape shape, Func<float[], object> declaration, Func<float[], object> onOneThread) =>
        new(loss, shape, ElementType.Single, Pass.ForwardBackward, declaration) { Threads = 2, DeclarationOnOneThread = onOneThread };
}
