using LossGen.Benchmarks.Modules;
using LossGen.Benchmarks.Workloads;
using TorchSharp;
using static TorchSharp.torch;

namespace LossGen.Benchmarks.Contenders.Torch.Modules;

/// <summary>A step of gradient descent of one linear layer. Every contender begins with the same weights.</summary>
public sealed class TrainingStep : IComputation
{
    /// <summary>The number of inputs of the layer.</summary>
    public const int Features = 32;

    private const int Seed = 5;
    private const double LearningRate = 1e-3;

    private readonly Loss<Tensor, Tensor, Tensor> loss;
    private readonly TorchSharp.Modules.Linear layer;
    private readonly TorchSharp.Modules.SGD optimizer;
    private readonly Tensor features;
    private readonly Tensor labels;

    /// <param name="loss">The loss.</param>
    /// <param name="workload">What is timed.</param>
    public TrainingStep(Loss<Tensor, Tensor, Tensor> loss, ModuleWorkload workload)
    {
        this.loss = loss;
        TensorShape shape = workload.Shape;
        manual_seed(Seed);
        layer = nn.Linear(Features, shape.Classes);
        optimizer = optim.SGD(layer.parameters(), LearningRate);
        var random = new RandomBlocks();
        features = TorchInputs.Copy(random.Uniform<float>(shape.Samples * Features, -1, 1), ScalarType.Float32, [shape.Samples, Features]);
        labels = TorchInputs.Copy(random.WholeNumbers<long>(shape.Samples, below: shape.Classes), ScalarType.Int64, [shape.Samples]);
    }

    public double Value { get; private set; } = double.NaN;

    public void Run()
    {
        using DisposeScope scope = NewDisposeScope();
        optimizer.zero_grad();
        Tensor value = loss.call(layer.call(features), labels);
        value.backward();
        optimizer.step();
        Value = value.ToDouble();
    }

    public void CopyGradient(int start, Span<double> destination)
    {
        using Tensor gradient = layer.weight.grad!;
        TorchInputs.CopyTo<float>(gradient, start, destination);
    }

    public void Dispose()
    {
        optimizer.Dispose();
        layer.Dispose();
        features.Dispose();
        labels.Dispose();
    }
}
