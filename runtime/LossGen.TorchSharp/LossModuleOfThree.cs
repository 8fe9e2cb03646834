using TorchSharp;
using static TorchSharp.torch;

namespace LossGen;

/// <summary>A generated loss of three tensors, or of two and weights, as a module of TorchSharp; see <see cref="LossModule"/>.</summary>
public sealed class LossModuleOfThree : Loss<Tensor, Tensor, Tensor, Tensor>
{
    private readonly TensorLoss loss;

    internal LossModuleOfThree(ILoss loss)
        : base(nn.Reduction.Mean) => this.loss = new TensorLoss(loss);

    /// <summary>Computes the value.</summary>
    /// <param name="input1">The first input, the prediction.</param>
    /// <param name="input2">The second input.</param>
    /// <param name="input3">The third input, or the weights.</param>
    /// <returns>The value, a tensor without dimensions.</returns>
    /// <exception cref="ArgumentException">A tensor's shape, element type or device is not one that the loss takes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not a class.</exception>
    public override Tensor forward(Tensor input1, Tensor input2, Tensor input3) => loss.call(input1, input2, input3);

    /// <summary>The name of the loss's class.</summary>
    public override string GetName() => loss.Name;

    /// <inheritdoc cref="GetName"/>
    public override string ToString() => GetName();
}
