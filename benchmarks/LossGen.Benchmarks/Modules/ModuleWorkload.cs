using LossGen.Benchmarks.Declarations;
using LossGen.Benchmarks.Workloads;
using static System.FormattableString;

namespace LossGen.Benchmarks.Modules;

/// <summary>A part of training with TorchSharp, in which a generated loss takes the place of torch's cross-entropy.</summary>
/// <param name="Part">What is timed.</param>
/// <param name="Loss">The generated loss.</param>
/// <param name="Samples">The number of samples.</param>
/// <param name="Goal">How many times as fast as torch it is to be; null if there is no target.</param>
public sealed record ModuleWorkload(ModulePart Part, ILoss<float, long> Loss, int Samples, double? Goal)
{
    /// <summary>The number of samples and of classes.</summary>
    public TensorShape Shape { get; } = new(Samples, Loss.ElementsPerSample) { ClassAxis = 1 };

    public static IReadOnlyList<ModuleWorkload> All { get; } =
    [
        .. Of(new SoftmaxOf10LongLabels(), 64, step: 1.2, gradient: 1.4),
        .. Of(new SoftmaxOf1000LongLabels(), 256, step: 1.25, gradient: 2.3),
        .. Of(new SoftmaxOf50257LongLabels(), 128, step: 1.25, gradient: 3),
    ];

    public override string ToString() => Invariant($"torchsharp {Part.Name} {Shape}");

    private static IEnumerable<ModuleWorkload> Of(ILoss<float, long> loss, int samples, double step, double gradient) =>
        [new(ModulePart.Step, loss, samples, step), new(ModulePart.Gradient, loss, samples, gradient), new(ModulePart.Value, loss, samples, Goal: null)];
}
