using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace LossGen;

/// <summary>The memory of tensors as the arguments of one pass. Tensors that are not contiguous, and integers of another type than the loss takes, are copied for as long as it lives.</summary>
internal sealed unsafe class TensorArguments : ILossArguments, IDisposable
{
    private readonly Tensor[] inputs;
    private readonly Tensor[] given;
    private readonly Tensor?[]? gradients;
    private readonly Tensor?[]? directions;
    private readonly nint[] converted;

    /// <param name="kinds">What the loss says of its inputs.</param>
    /// <param name="given">The inputs.</param>
    /// <param name="gradients">For each input, where its gradient goes; null where it is not wanted.</param>
    /// <param name="directions">For each input, the direction along it; null where there is none.</param>
    /// <exception cref="ArgumentOutOfRangeException">An integer does not fit the type that the loss takes.</exception>
    public TensorArguments(TensorInput[] kinds, Tensor[] given, Tensor?[]? gradients = null, Tensor?[]? directions = null)
    {
        this.given = given;
        this.gradients = gradients;
        this.directions = directions;
        inputs = Array.ConvertAll(given, TensorMemory.Plain);
        converted = new nint[given.Length];
        try
        {
            for (int i = 0; i < given.Length; i++)
            {
                if (IntegerConversion.IsNeeded(kinds[i], given[i]))
                {
                    converted[i] = (nint)NativeMemory.Alloc((nuint)inputs[i].numel(), (nuint)kinds[i].Element.Size);
                    IntegerConversion.Convert(kinds[i], inputs[i], converted[i]);
                }
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public ReadOnlySpan<T> Input<T>(int input)
        where T : unmanaged => converted[input] == 0 ? TensorMemory.Span<T>(inputs[input]) : new((void*)converted[input], checked((int)inputs[input].numel()));

    public Span<T> Gradient<T>(int input)
        where T : unmanaged => gradients?[input] is { } gradient ? TensorMemory.Span<T>(gradient) : default;

    public ReadOnlySpan<T> Direction<T>(int input)
        where T : unmanaged => directions?[input] is { } direction ? TensorMemory.Span<T>(direction) : default;

    /// <summary>Releases the copies. Until here, spans over tensors are valid.</summary>
    public void Dispose()
    {
        for (int i = 0; i < inputs.Length; i++)
        {
            NativeMemory.Free((void*)converted[i]);
            if (!ReferenceEquals(inputs[i], given[i]))
            {
                inputs[i].Dispose();
            }
        }

        GC.KeepAlive(given);
        GC.KeepAlive(gradients);
        GC.KeepAlive(directions);
    }
}
