using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace LossGen.Tests.ComingFromPyTorch;

/// <summary>A generated loss of one element type, as a function of tensors.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Evaluate">The value and the gradients by those inputs that require one.</param>
internal sealed record ComparedLoss(ILoss Loss, Func<Tensor[], (double Value, Tensor[] Gradients)> Evaluate)
{
    /// <summary>Computes the values of all locations into the third array and, with the upstream gradients of the fourth, the gradient into the last.</summary>
    public delegate void EachCall<T>(T[][] inputs, int[] labels, T[] values, T[] upstream, T[] gradient);

    /// <summary>Through autograd.</summary>
    public static ComparedLoss OfTensors(ILoss loss)
    {
        TensorLoss function = loss.AsTensorLoss();
        return new(loss, inputs => Gradients.Of(() => function.call(inputs), TorchRow.LeavesOf(inputs)));
    }

    /// <summary>By its members for single locations, called on arrays.</summary>
    public static ComparedLoss OfLocations<T>(ILoss loss, EachCall<T> call)
        where T : unmanaged => new(loss, inputs =>
    {
        Tensor prediction = inputs[0];
        T[][] numbers = [.. inputs.Where(input => input.dtype == prediction.dtype).Select(Numbers<T>)];
        Tensor? labels = inputs.FirstOrDefault(static input => input.dtype == ScalarType.Int64);
        Tensor upstream = TorchRow.Upstream(labels is null ? prediction.shape : labels.shape, prediction.dtype);
        T[] values = new T[upstream.numel()], gradient = new T[prediction.numel()];
        call(numbers, labels is null ? [] : Numbers<int>(labels.to(ScalarType.Int32)), values, Numbers<T>(upstream), gradient);
        return ((Of(values, upstream) * upstream).sum().ToDouble(), [Of(gradient, prediction)]);
    });

    private static T[] Numbers<T>(Tensor tensor)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(tensor.detach().contiguous().bytes).ToArray();

    private static Tensor Of<T>(T[] numbers, Tensor like)
        where T : unmanaged
    {
        Tensor tensor = empty(like.shape, like.dtype);
        MemoryMarshal.AsBytes(numbers.AsSpan()).CopyTo(tensor.bytes);
        return tensor;
    }
}
