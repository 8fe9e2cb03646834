using LossGen.Benchmarks.Declarations;

namespace LossGen.Benchmarks.Workloads;

/// <summary>Softmax with every kind of weights and every way to scale them, on rows and on images.</summary>
public static class WeightedWorkloads
{
    private static readonly TensorShape OfTen = new(65536, 10) { ClassAxis = 1 };
    private static readonly TensorShape Images = new(8, 21, 128, 128) { ClassAxis = 1 };

    public static IReadOnlyList<Workload> All { get; } =
    [
        New(OfTen, WeightingMode.PerClass, WeightNormalization.Local, static weights => new SoftmaxOf10PerClassLocal(weights)),
        New(OfTen, WeightingMode.PerClass, WeightNormalization.Global, static weights => new SoftmaxOf10PerClassGlobal(weights)),
        New(OfTen, WeightingMode.PerClass, WeightNormalization.None, static weights => new SoftmaxOf10PerClassUnscaled(weights)),
        New(OfTen, WeightingMode.PerDataPoint, WeightNormalization.Local, static weights => new SoftmaxOf10PerDataPointLocal(weights)),
        New(OfTen, WeightingMode.PerDataPoint, WeightNormalization.Global, static weights => new SoftmaxOf10PerDataPointGlobal(weights)),
        New(OfTen, WeightingMode.PerDataPoint, WeightNormalization.None, static weights => new SoftmaxOf10PerDataPointUnscaled(weights)),
        New(OfTen, WeightingMode.PerPrediction, WeightNormalization.Local, static _ => new SoftmaxOf10PerPredictionLocal()),
        New(OfTen, WeightingMode.PerPrediction, WeightNormalization.Global, static _ => new SoftmaxOf10PerPredictionGlobal()),
        New(OfTen, WeightingMode.PerPrediction, WeightNormalization.None, static _ => new SoftmaxOf10PerPredictionUnscaled()),
        New(Images, WeightingMode.PerClass, WeightNormalization.Local, static weights => new SoftmaxOfImagesPerClassLocal(weights)),
        New(Images, WeightingMode.PerClass, WeightNormalization.Global, static weights => new SoftmaxOfImagesPerClassGlobal(weights)),
        New(Images, WeightingMode.PerClass, WeightNormalization.None, static weights => new SoftmaxOfImagesPerClassUnscaled(weights)),
        New(Images, WeightingMode.PerDataPoint, WeightNormalization.Local, static weights => new SoftmaxOfImagesPerDataPointLocal(weights)),
        New(Images, WeightingMode.PerDataPoint, WeightNormalization.Global, static weights => new SoftmaxOfImagesPerDataPointGlobal(weights)),
        New(Images, WeightingMode.PerDataPoint, WeightNormalization.None, static weights => new SoftmaxOfImagesPerDataPointUnscaled(weights)),
        New(Images, WeightingMode.PerPrediction, WeightNormalization.Local, static _ => new SoftmaxOfImagesPerPredictionLocal()),
        New(Images, WeightingMode.PerPrediction, WeightNormalization.Global, static _ => new SoftmaxOfImagesPerPredictionGlobal()),
        New(Images, WeightingMode.PerPrediction, WeightNormalization.None, static _ => new SoftmaxOfImagesPerPredictionUnscaled()),
    ];

    private static Workload New(TensorShape shape, WeightingMode mode, WeightNormalization normalize, Func<float[], object> declaration) =>
        new(LossFamily.Softmax, shape, ElementType.Single, Pass.ForwardBackward, declaration) { Weights = new Weights(mode, normalize) };
}
