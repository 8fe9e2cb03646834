using static TorchSharp.torch;

namespace LossGen;

/// <summary>A generated loss of one tensor as a module of TorchSharp; see <see cref="LossModule"/>.</summary>
public sealed class LossModuleOfOne : nn.Module<Tensor, Tensor>
{
    private readonly TensorLoss loss;

    internal LossModuleOfOne(ILoss loss)
        : base(nameof(LossModuleOfOne)) => this.loss = new TensorLoss(loss);

    /// <summary>Computes the value.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The value, a tensor without dimensions.</returns>
    /// <exception cref="ArgumentException">The tensor's shape, element type or device is not one that the loss takes.</exception>
    public override Tensor forward(Tensor input) => loss.call(input);

    /// <summary>The name of the loss's class.</summary>
    public override string GetName() => loss.Name;

    /// <inheritdoc cref="GetName"/>
    public override string ToString() => GetName();
}
