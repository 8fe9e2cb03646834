using System.Numerics;
using LossGen.Benchmarks.Workloads;
using TorchSharp;

namespace LossGen.Benchmarks.Contenders.Torch;

/// <summary>PyTorch's kernels for this processor, run as its users run them: one function after the other, and backward through what they recorded.</summary>
public sealed class TorchContender(string name) : IContender
{
    public string Name => name;

    public string Version => $"libtorch {torch.__version__} for the processor, through TorchSharp {typeof(torch).Assembly.GetName().Version}, eager";

    public double Tolerance => 2e-5;

    public IComputation Prepare<T>(Inputs<T> inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        torch.set_num_threads(inputs.Workload.Threads);
        return new TorchComputation<T>(inputs);
    }

    public override string ToString() => name;
}
