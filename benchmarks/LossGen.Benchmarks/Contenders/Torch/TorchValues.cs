using System.Runtime.InteropServices;
using TorchSharp;

namespace LossGen.Benchmarks.Contenders.Torch;

/// <summary>The values of single locations by PyTorch, without recording.</summary>
/// <param name="loss">One value per location, composed of PyTorch functions.</param>
/// <param name="inputs">The inputs, which it disposes of.</param>
public sealed class TorchValues(Func<torch.Tensor> loss, IDisposable inputs) : IComputation
{
    private torch.Tensor? values;

    public double Value => double.NaN;

    public void Run()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable unrecorded = torch.no_grad();
        values?.Dispose();
        values = loss().DetachFromDisposeScope();
    }

    public void CopyGradient(int start, Span<double> destination)
    {
        ReadOnlySpan<float> source = MemoryMarshal.Cast<byte, float>(values!.bytes).Slice(start, destination.Length);
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = source[i];
        }
    }

    public void Dispose()
    {
        values?.Dispose();
        inputs.Dispose();
    }
}
