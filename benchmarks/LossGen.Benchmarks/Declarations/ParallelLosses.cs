namespace LossGen.Benchmarks.Declarations;

[SoftmaxLoss(Shape.Batch, 1000, Parallelism = LossParallelism.Auto)]
public sealed partial class ParallelSoftmaxOf1000;

[SoftmaxLoss(Shape.Batch, 64, Parallelism = LossParallelism.Auto)]
public sealed partial class ParallelSoftmaxOf64;

[SoftmaxLoss(Shape.Batch, 21, 128, 128, Parallelism = LossParallelism.Auto)]
public sealed partial class ParallelSoftmaxOfImages;

[SoftlabelSoftmaxLoss(Shape.Batch, 1000, Parallelism = LossParallelism.Auto)]
public sealed partial class ParallelSoftLabelsOf1000;

[BinaryCrossEntropyLoss(Parallelism = LossParallelism.Auto)]
public sealed partial class ParallelBinaryCrossEntropy;

[GaussianKLLoss(Parallelism = LossParallelism.Auto)]
public sealed partial class ParallelGaussianKL;

[SquareLoss(Parallelism = LossParallelism.Auto)]
public sealed partial class ParallelSquare;

[HingeLoss(Parallelism = LossParallelism.Auto)]
public sealed partial class ParallelHinge;
