using TorchSharp;

namespace LossGen.Benchmarks.Contenders.Torch;

/// <summary>Tensors that are released together.</summary>
public sealed class TorchTensors(IReadOnlyList<torch.Tensor> all) : IDisposable
{
    public IReadOnlyList<torch.Tensor> All => all;

    public void Dispose()
    {
        foreach (torch.Tensor tensor in all)
        {
            tensor.Dispose();
        }
    }
}
