using LossGen.Autograd;
using static TorchSharp.torch;

namespace LossGen;

/// <summary>A generated loss as a function of tensors; made by <see cref="TorchSharpExtensions.AsTensorLoss"/>. It has as many inputs as the loss, weights that calls take being the last.</summary>
public sealed class TensorLoss
{
    private readonly ILoss loss;
    private readonly TensorInput[] inputs;

    internal TensorLoss(ILoss loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        this.loss = loss;
        inputs = TensorInput.Of(loss);
    }

    internal string Name => loss.GetType().Name;

    /// <summary>Computes the value; with the gradients, in one pass, if a tensor requires one and gradients are enabled.</summary>
    /// <param name="tensors">The inputs.</param>
    /// <returns>The value, a tensor without dimensions.</returns>
    /// <exception cref="ArgumentException">There are not as many tensors as the loss has inputs, or a tensor's shape, element type or device is not one that the loss takes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not a class.</exception>
    public Tensor call(params ReadOnlySpan<Tensor> tensors)
    {
        LossCall call = Prepare(tensors);
        return is_grad_enabled() && call.Differentiated.Length > 0 ? LossFunction.Apply(call) : call.Forward();
    }

    /// <summary>Computes the value and starts a backward pass at the inputs, without a node in the graph for the loss.</summary>
    /// <param name="tensors">The inputs. Those that require a gradient, or if none does the first that has one, hold it in their <c>grad</c> afterwards.</param>
    /// <param name="inPlace">Whether the first gradient may be written over the memory of its own input; see <see cref="TorchSharpExtensions.BackwardFrom"/>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">As in <see cref="call"/>, or the gradient cannot be written in place.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not a class.</exception>
    public double BackwardFrom(ReadOnlySpan<Tensor> tensors, bool inPlace = false) => GraphlessBackward.Run(Prepare(tensors), inPlace);

    private LossCall Prepare(ReadOnlySpan<Tensor> tensors)
    {
        if (tensors.Length != inputs.Length)
        {
            throw new ArgumentException($"{Name} has {inputs.Length} input{(inputs.Length == 1 ? "" : "s")}: {string.Join(", ", inputs.Select(static input => input.Name))}; {tensors.Length} {(tensors.Length == 1 ? "tensor is" : "tensors are")} given.", nameof(tensors));
        }

        TensorInput.Check(loss, inputs, tensors);
        return new LossCall(loss, inputs, tensors.ToArray());
    }
}
