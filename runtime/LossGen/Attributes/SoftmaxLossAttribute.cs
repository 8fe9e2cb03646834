namespace LossGen;

/// <summary>
/// Declares softmax followed by multinomial logistic loss (cross-entropy from logits): −w/L · Σ ω_g · log σ(x)_g, where
/// σ(x)_i = exp(x_i) / Σ_j exp(x_j) runs over the class axis, g is the label of a location, L the number of
/// locations (the product of all dimensions but the class axis), w <see cref="LossAttribute.Weight"/> and ω_g the location's weight at its label,
/// which is 1 without <see cref="LossAttribute.Weighting"/>.
/// The gradient of the logit x_i is w/L · ω_g · (σ(x)_i − [i = g]).
/// </summary>
/// <remarks>
/// The parameters of the generated members are named <c>logits</c> and <c>labels</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise. A label is an integer from 0 to C − 1, of the type given by
/// <see cref="LabelledLossAttribute.Label"/>; the labels have
/// the prediction's shape with a class axis of size 1.
/// </remarks>
/// <param name="shape">The prediction's dimensions, row-major, exactly one of them <see cref="Shape.Batch"/>.</param>
public sealed class SoftmaxLossAttribute(params int[] shape) : LabelledLossAttribute(shape)
{
    /// <summary>
    /// How much of the label is spread over all classes, ε: the loss is (1 − ε)·ω_g·(−log σ(x)_g) + ε/C·Σ_c ω_c·(−log σ(x)_c), as PyTorch's <c>label_smoothing</c> is, with
    /// weights of classes too. At least 0 and below 1. Default: 0.
    /// </summary>
    public double LabelSmoothing { get; set; }

    /// <summary>
    /// The factor λ of a penalty on the softmax's normaliser, λ·(log Σ_c exp(x_c))², which keeps logits from drifting; it counts by the weight at the label. At least 0 and
    /// finite. Default: 0.
    /// </summary>
    public double ZLoss { get; set; }

    /// <summary>The bound s of the logits, which are replaced by s·tanh(x/s) first; above 0 and finite, or 0 for none. A sure prediction keeps its digits, up to the rounding of tanh, which s multiplies. Default: 0.</summary>
    public double SoftCap { get; set; }

    /// <summary>The temperature T: the softmax is that of x/T, after a cap. Above 0 and finite. A sure prediction keeps its digits: logits are subtracted before they are divided. Default: 1.</summary>
    public double Temperature { get; set; } = 1;
}
