using System.Numerics;
using LossGen.Benchmarks.Custom;
using LossGen.Benchmarks.Options;
using LossGen.Benchmarks.Workloads;
using TorchSharp;

namespace LossGen.Benchmarks.Contenders.Torch;

/// <summary>PyTorch's kernels for this processor, run as its users run them: one function after the other, then backward through the recorded graph.</summary>
public sealed class TorchContender(string name) : IContender, ICustomContender
{
    public string Name => name;

    public string Version => $"libtorch {torch.__version__} for the processor, through TorchSharp {typeof(torch).Assembly.GetName().Version}, eager";

    public double Tolerance => 2e-5;

    public IComputation Prepare<T>(Inputs<T> inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Workload workload = inputs.Workload;
        torch.set_num_threads(workload.Threads);
        TorchInputs tensors = TorchInputs.Copy(inputs);
        Func<TorchInputs, torch.Tensor> loss = TorchLosses.For(workload.Loss, workload.Weights);
        return new TorchComputation<T>(() => loss(tensors), workload switch
        {
            { HasGradient: false } => [],
            { HasBothGradients: true } => [tensors.Prediction, tensors.Target],
            _ => [tensors.Prediction],
        },
            tensors);
    }

    /// <inheritdoc/>
    public IComputation Prepare(CustomLoss loss, CustomInputs inputs)
    {
        torch.set_num_threads(1);
        TorchTensors tensors = TorchTensors.Copy(loss.Shape, inputs);
        torch.Tensor[] predictions = [.. tensors.All.Take(loss.Predictions).Select(static tensor => tensor.requires_grad_(true))];
        Func<TorchTensors, torch.Tensor> value = TorchCustomLosses.For(loss);
        return loss is OptionLoss { IsOfLocations: true }
            ? new TorchValues(() => value(tensors), tensors)
            : new TorchComputation<float>(() => value(tensors), predictions, tensors);
    }

    public override string ToString() => name;
}
