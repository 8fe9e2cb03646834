using LossGen.Benchmarks.Modules;
using LossGen.Benchmarks.Workloads;
using static TorchSharp.torch;

namespace LossGen.Benchmarks.Contenders.Torch.Modules;

/// <summary>The same logits and labels for every contender, each with tensors of its own.</summary>
/// <param name="Logits">One for each sample and class.</param>
/// <param name="Labels">One for each sample.</param>
public sealed record TrainingInputs(Tensor Logits, Tensor Labels) : IDisposable
{
    /// <summary>Draws them.</summary>
    /// <param name="workload">What they are for.</param>
    /// <param name="requiresGradient">Whether the logits require a gradient.</param>
    public static TrainingInputs Draw(ModuleWorkload workload, bool requiresGradient)
    {
        var random = new RandomBlocks();
        TensorShape shape = workload.Shape;
        return new TrainingInputs(
            TorchInputs.Copy(random.Uniform<float>(shape.Elements, -4, 4), ScalarType.Float32, TorchInputs.Sizes(shape)).requires_grad_(requiresGradient),
            TorchInputs.Copy(random.WholeNumbers<long>(shape.Samples, below: shape.Classes), ScalarType.Int64, [shape.Samples]));
    }

    public void Dispose()
    {
        Logits.Dispose();
        Labels.Dispose();
    }
}
