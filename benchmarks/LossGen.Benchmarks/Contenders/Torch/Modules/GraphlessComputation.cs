using TorchSharp;
using static TorchSharp.torch;

namespace LossGen.Benchmarks.Contenders.Torch.Modules;

/// <summary>Value and gradient of a generated loss that starts the backward pass itself, without a node in the graph.</summary>
/// <param name="loss">The loss.</param>
/// <param name="inputs">The inputs, which it disposes of.</param>
public sealed class GraphlessComputation(ILoss<float, long> loss, TrainingInputs inputs) : IComputation
{
    public double Value { get; private set; } = double.NaN;

    public void Run()
    {
        using DisposeScope scope = NewDisposeScope();
        inputs.Logits.grad = null;
        Value = loss.BackwardFrom(inputs.Logits, inputs.Labels);
    }

    public void CopyGradient(int start, Span<double> destination)
    {
        using Tensor gradient = inputs.Logits.grad!;
        TorchInputs.CopyTo<float>(gradient, start, destination);
    }

    public void Dispose()
    {
        inputs.Logits.grad = null;
        inputs.Dispose();
    }
}
