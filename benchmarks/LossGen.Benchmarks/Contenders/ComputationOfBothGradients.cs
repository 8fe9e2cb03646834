using System.Numerics;
using System.Runtime.InteropServices;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Contenders;

/// <summary>The value of a loss and the gradients of both inputs, one after the other in memory.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class ComputationOfBothGradients<T>(ILoss loss, Inputs<T> inputs) : ComputationOfArrays<T>(inputs), ILossArguments
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Run() => Value = loss.ForwardBackward(this, scale: 1);

    ReadOnlySpan<TInput> ILossArguments.Input<TInput>(int input) => Cast<TInput>((input == 0 ? Inputs.Prediction : Inputs.Target).Span);

    Span<TInput> ILossArguments.Gradient<TInput>(int input) => Cast<TInput>(Gradient.Span.Slice(input * Inputs.Prediction.Length, Inputs.Prediction.Length));

    // Both inputs are of the type of the elements.
    private static Span<TInput> Cast<TInput>(Span<T> span)
        where TInput : unmanaged => MemoryMarshal.Cast<T, TInput>(span);
}
