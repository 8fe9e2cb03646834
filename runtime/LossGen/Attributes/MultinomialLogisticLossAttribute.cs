namespace LossGen;

/// <summary>
/// Declares the multinomial logistic loss of probabilities: −w/L · Σ ω_g · log x_g, where g is the label of a location, L the number of
/// locations (the product of all dimensions but the class axis), w <see cref="LossAttribute.Weight"/> and ω_g the location's weight at its label,
/// which is 1 without <see cref="LossAttribute.Weighting"/>.
/// The gradient of x_g is −w/L · ω_g / x_g, that of every other class 0. A probability is clamped to at least the smallest normal number of
/// its type, in the value and in the gradient, so that both are finite at 0.
/// </summary>
/// <remarks>
/// The parameters of the generated members are named <c>probabilities</c> and <c>labels</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise. A label is an integer from 0 to C − 1, of the type given by
/// <see cref="LabelledLossAttribute.Label"/>; the labels have
/// the prediction's shape with a class axis of size 1.
/// </remarks>
/// <param name="shape">The prediction's dimensions, row-major, exactly one of them <see cref="Shape.Batch"/>.</param>
public sealed class MultinomialLogisticLossAttribute(params int[] shape) : LabelledLossAttribute(shape);
