using System.Numerics;
using System.Runtime.InteropServices;
using LossGen.Benchmarks.Workloads;
using TorchSharp;

namespace LossGen.Benchmarks.Contenders.Torch;

/// <summary>A computation by PyTorch: forward without a record, or forward and backward, as there is no backward without a forward.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class TorchComputation<T> : IComputation
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Workload workload;
    private readonly TorchInputs inputs;
    private readonly Func<TorchInputs, torch.Tensor> loss;

    public TorchComputation(Inputs<T> inputs)
    {
        workload = inputs.Workload;
        this.inputs = TorchInputs.Copy(inputs);
        loss = TorchLosses.For(workload.Loss, workload.Weights);
    }

    public double Value { get; private set; } = double.NaN;

    public void Run()
    {
        // Whatever a run allocates is freed within it, as it is in a training loop.
        using DisposeScope scope = torch.NewDisposeScope();
        if (!workload.HasGradient)
        {
            using IDisposable unrecorded = torch.no_grad();
            Value = loss(inputs).ToDouble();
            return;
        }

        inputs.Prediction.grad = null;
        torch.Tensor value = loss(inputs);
        value.backward();
        Value = value.ToDouble();
    }

    public void CopyGradient(int start, Span<double> destination)
    {
        using torch.Tensor gradient = inputs.Prediction.grad!;
        ReadOnlySpan<T> source = MemoryMarshal.Cast<byte, T>(gradient.bytes).Slice(start, destination.Length);
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = double.CreateTruncating(source[i]);
        }
    }

    public void Dispose() => inputs.Dispose();
}
