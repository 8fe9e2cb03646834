namespace LossGen;

/// <summary>
/// Declares softmax followed by multinomial logistic loss (cross-entropy from logits): −w/L · Σ ω_g · log σ(x)_g, where
/// σ(x)_i = exp(x_i) / Σ_j exp(x_j) runs over the class axis, g is the label of a location, L the number of
/// locations (the product of all dimensions but the class axis), w <see cref="LossAttribute.Weight"/> and ω_g the location's weight at its label,
/// which is 1 without <see cref="LabelledLossAttribute.Weighting"/>.
/// The gradient of the logit x_i is w/L · ω_g · (σ(x)_i − [i = g]).
/// </summary>
/// <remarks>
/// The parameters of the generated members are named <c>logits</c> and <c>labels</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise. A label is an integer from 0 to C − 1, of the type given by
/// <see cref="LabelledLossAttribute.Label"/>; the labels have
/// the prediction's shape with a class axis of size 1.
/// </remarks>
/// <param name="shape">The prediction's dimensions, row-major, exactly one of them <see cref="Shape.Batch"/>.</param>
public sealed class SoftmaxLossAttribute(params int[] shape) : LabelledLossAttribute(shape);
