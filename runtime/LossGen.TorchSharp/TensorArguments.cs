using static TorchSharp.torch;

namespace LossGen;

/// <summary>The memory of tensors as the arguments of one call; tensors that are not contiguous are copied for as long as it lives.</summary>
internal sealed class TensorArguments : ILossArguments, IDisposable
{
    private readonly Tensor[] inputs;
    private readonly Tensor[] given;
    private readonly Tensor?[] gradients;
    private readonly Tensor?[] directions;

    /// <param name="given">The inputs.</param>
    /// <param name="gradients">For each input, where its gradient goes; null where it is not wanted.</param>
    /// <param name="directions">For each input, the direction along it; null where there is none.</param>
    public TensorArguments(Tensor[] given, Tensor?[]? gradients = null, Tensor?[]? directions = null)
    {
        this.given = given;
        inputs = Array.ConvertAll(given, TensorMemory.Plain);
        this.gradients = gradients ?? new Tensor?[given.Length];
        this.directions = directions ?? new Tensor?[given.Length];
    }

    public ReadOnlySpan<T> Input<T>(int input)
        where T : unmanaged => TensorMemory.Span<T>(inputs[input]);

    public Span<T> Gradient<T>(int input)
        where T : unmanaged => gradients[input] is { } gradient ? TensorMemory.Span<T>(gradient) : default;

    public ReadOnlySpan<T> Direction<T>(int input)
        where T : unmanaged => directions[input] is { } direction ? TensorMemory.Span<T>(direction) : default;

    /// <summary>Releases the copies. Until here, spans over tensors are valid.</summary>
    public void Dispose()
    {
        for (int i = 0; i < inputs.Length; i++)
        {
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
