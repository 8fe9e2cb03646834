using TorchSharp;
using static TorchSharp.torch;

namespace LossGen;

/// <summary>A generated loss of a prediction and a ground truth as a module of TorchSharp; made by <see cref="TorchSharpExtensions.AsModule{TElement, TLabel}(ILoss{TElement, TLabel})"/>.</summary>
/// <remarks>
/// A call computes value and gradient in one pass if a tensor requires a gradient, and the value alone under <c>no_grad</c> or where none does. How the value is reduced is
/// declared by the loss: the property <c>reduction</c> says nothing of it.
/// </remarks>
public sealed class LossModule : Loss<Tensor, Tensor, Tensor>
{
    private readonly TensorLoss loss;

    internal LossModule(ILoss loss)
        : base(nn.Reduction.Mean) => this.loss = new TensorLoss(loss);

    /// <summary>Computes the value.</summary>
    /// <param name="input1">The prediction.</param>
    /// <param name="input2">The class labels, or the target.</param>
    /// <returns>The value, a tensor without dimensions.</returns>
    /// <exception cref="ArgumentException">A tensor's shape, element type or device is not one that the loss takes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not a class.</exception>
    public override Tensor forward(Tensor input1, Tensor input2) => loss.call(input1, input2);

    /// <summary>The name of the loss's class.</summary>
    public override string GetName() => loss.Name;

    /// <inheritdoc cref="GetName"/>
    public override string ToString() => GetName();
}
