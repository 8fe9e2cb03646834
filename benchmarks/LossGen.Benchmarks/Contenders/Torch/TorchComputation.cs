using System.Numerics;
using TorchSharp;

namespace LossGen.Benchmarks.Contenders.Torch;

/// <summary>A computation by PyTorch: forward without recording, or forward and backward, as there is no backward without a forward.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="loss">The value, composed of PyTorch functions.</param>
/// <param name="predictions">The inputs whose gradients are computed; none for the value alone.</param>
/// <param name="inputs">The inputs, which it disposes of.</param>
public sealed class TorchComputation<T>(Func<torch.Tensor> loss, IReadOnlyList<torch.Tensor> predictions, IDisposable inputs) : IComputation
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public double Value { get; private set; } = double.NaN;

    public void Run()
    {
        // Everything that a run allocates is freed within it, as in a training loop.
        using DisposeScope scope = torch.NewDisposeScope();
        if (predictions.Count == 0)
        {
            using IDisposable unrecorded = torch.no_grad();
            Value = loss().ToDouble();
            return;
        }

        ForgetGradients();
        torch.Tensor value = loss();
        value.backward();
        Value = value.ToDouble();
    }

    public void CopyGradient(int start, Span<double> destination)
    {
        int elements = (int)predictions[0].numel();
        using torch.Tensor gradient = predictions[start / elements].grad!;
        TorchInputs.CopyTo<T>(gradient, start % elements, destination);
    }

    public void Dispose()
    {
        ForgetGradients();
        inputs.Dispose();
    }

    private void ForgetGradients()
    {
        foreach (torch.Tensor prediction in predictions)
        {
            prediction.grad = null;
        }
    }
}
