namespace LossGen;

/// <summary>
/// Declares softmax followed by cross-entropy with soft labels: −w/L · Σ y_i · log σ(x)_i, where σ(x)_i = exp(x_i) / Σ_j exp(x_j) runs
/// over the class axis, y is a tensor of the prediction's shape, L the number of locations (the product of all dimensions but the class
/// axis) and w <see cref="LossAttribute.Weight"/>. A class whose soft label is 0 contributes 0, even where its logit is −∞.
/// The gradient of the logit x_i is w/L · (σ(x)_i · Σ_j y_j − y_i), that of y_i is −w/L · log σ(x)_i.
/// </summary>
/// <remarks>
/// The parameters of the generated members are named <c>logits</c> and <c>target</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise; both have the declared shape and element type.
/// </remarks>
/// <param name="shape">The prediction's dimensions, row-major, exactly one of them <see cref="Shape.Batch"/>.</param>
public sealed class SoftlabelSoftmaxLossAttribute(params int[] shape) : BuiltInClassAxisLossAttribute(shape)
{
    /// <summary>
    /// The factor λ of a penalty on the softmax's normaliser, λ·(log Σ_c exp(x_c))², which keeps logits from drifting. At least 0 and finite. Default: 0.
    /// </summary>
    public double ZLoss { get; set; }

    /// <inheritdoc cref="SoftmaxLossAttribute.SoftCap"/>
    public double SoftCap { get; set; }

    /// <inheritdoc cref="SoftmaxLossAttribute.Temperature"/>
    public double Temperature { get; set; } = 1;

    /// <inheritdoc cref="LabelledLossAttribute.Outputs"/>
    public LossOutputs Outputs { get; set; }
}
