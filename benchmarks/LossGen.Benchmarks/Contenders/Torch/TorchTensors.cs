using LossGen.Benchmarks.Custom;
using LossGen.Benchmarks.Workloads;
using TorchSharp;

namespace LossGen.Benchmarks.Contenders.Torch;

/// <summary>The inputs of a custom loss as tensors, which are released together.</summary>
/// <param name="all">The inputs of floats.</param>
/// <param name="labels">One label per location.</param>
public sealed class TorchTensors(IReadOnlyList<torch.Tensor> all, torch.Tensor labels) : IDisposable
{
    public IReadOnlyList<torch.Tensor> All => all;

    public torch.Tensor Labels => labels;

    public torch.Tensor this[int index] => all[index];

    /// <summary>The inputs, in the layout of <see cref="TorchInputs"/>.</summary>
    public static TorchTensors Copy(TensorShape shape, CustomInputs inputs)
    {
        long[] sizes = TorchInputs.Sizes(shape);
        using torch.Tensor labels = TorchInputs.Copy(inputs.Labels, torch.ScalarType.Int32, inputs.Labels.Length == 0 ? [0] : TorchInputs.Locations(sizes));
        return new TorchTensors(
            [.. inputs.Values.Select(input => TorchInputs.Copy(input, torch.ScalarType.Float32, Sizes(shape, input.Length)))],
            labels.to(torch.ScalarType.Int64));
    }

    // Of the prediction's shape, or with one number per location or per class.
    private static long[] Sizes(TensorShape shape, int length) => length == shape.Elements ? TorchInputs.Sizes(shape) : [length];

    public void Dispose()
    {
        labels.Dispose();
        foreach (torch.Tensor tensor in all)
        {
            tensor.Dispose();
        }
    }
}
