using System.Numerics;
using System.Runtime.InteropServices;
using LossGen.Benchmarks.Workloads;
using TorchSharp;

namespace LossGen.Benchmarks.Contenders.Torch;

/// <summary>
/// The inputs as tensors: locations × classes if the classes are contiguous, and before × classes × after if they are
/// not, the layout in which PyTorch uses the same memory without a copy.
/// </summary>
public sealed class TorchInputs : IDisposable
{
    private TorchInputs(TensorShape shape) => Shape = shape;

    public TensorShape Shape { get; }

    public required torch.Tensor Prediction { get; init; }

    public required torch.Tensor Labels { get; init; }

    public required torch.Tensor Target { get; init; }

    /// <summary>One weight per class, per element of a sample or per element: scaled if they are known before the call.</summary>
    public required torch.Tensor Weights { get; init; }

    public static TorchInputs Copy<T>(Inputs<T> inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Workload workload = inputs.Workload;
        torch.ScalarType type = workload.IsDouble ? torch.ScalarType.Float64 : torch.ScalarType.Float32;
        long[] sizes = Sizes(workload.Shape);
        AlignedBuffer<T> weights = workload.Weights.AreFixed ? inputs.ScaledWeights : inputs.Weights;
        long[] weightSizes = workload.Weights.Mode switch
        {
            WeightingMode.PerDataPoint => [1, .. sizes.Skip(1)],
            WeightingMode.PerPrediction => sizes,
            _ => [weights.Length],
        };
        var tensors = new TorchInputs(workload.Shape)
        {
            Prediction = Copy(inputs.Prediction, type, sizes).requires_grad_(workload.HasGradient),
            Labels = Copy(inputs.Labels, torch.ScalarType.Int32, inputs.Labels.Length == 0 ? [0] : Locations(sizes)).to(torch.ScalarType.Int64),
            Target = Copy(inputs.Target, type, inputs.Target.Length == 0 ? [0] : sizes).requires_grad_(workload.HasBothGradients),
            Weights = Copy(weights, type, weightSizes),
        };
        scope.Detach(tensors.Prediction, tensors.Labels, tensors.Target, tensors.Weights);
        return tensors;
    }

    /// <summary>One of the tensors.</summary>
    public static torch.Tensor Copy<T>(AlignedBuffer<T> buffer, torch.ScalarType type, long[] sizes)
        where T : unmanaged, INumberBase<T>
    {
        torch.Tensor tensor = torch.empty(sizes, type);
        MemoryMarshal.AsBytes(buffer.Span).CopyTo(tensor.bytes);
        return tensor;
    }

    /// <summary>Copies elements of a tensor, beginning at one of them, to be checked.</summary>
    public static void CopyTo<T>(torch.Tensor tensor, int start, Span<double> destination)
        where T : unmanaged, INumberBase<T>
    {
        ReadOnlySpan<T> source = MemoryMarshal.Cast<byte, T>(tensor.bytes).Slice(start, destination.Length);
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = double.CreateTruncating(source[i]);
        }
    }

    /// <summary>The sizes without the classes.</summary>
    public static long[] Locations(long[] sizes) => [sizes[0], .. sizes.Skip(2)];

    /// <summary>The sizes in which the same memory is used without a copy.</summary>
    public static long[] Sizes(TensorShape shape) => shape switch
    {
        { ClassAxis: null } => [shape.Elements],
        { Stride: 1 } => [shape.Locations, shape.Classes],
        _ => [shape.Locations / shape.Stride, shape.Classes, shape.Stride],
    };

    public void Dispose()
    {
        Prediction.Dispose();
        Labels.Dispose();
        Target.Dispose();
        Weights.Dispose();
    }
}
