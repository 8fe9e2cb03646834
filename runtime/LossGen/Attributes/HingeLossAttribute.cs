namespace LossGen;

/// <summary>
/// Declares the hinge loss: w/N · Σ max(1 − x·y, 0), the sum running over every element of the prediction x and the label y,
/// which is −1 or 1; N is the batch size and w <see cref="LossAttribute.Weight"/>.
/// Where x·y &lt; 1 the gradient of x is −w/N · y and that of y is −w/N · x; elsewhere both are 0. NaN stays NaN.
/// </summary>
/// <remarks>
/// The parameters of the generated members are named <c>prediction</c> and <c>label</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise; both have the declared shape and element type.
/// </remarks>
/// <param name="shape">
/// The prediction's dimensions, row-major, exactly one of them <see cref="Shape.Batch"/>; or nothing, in which case every element
/// is its own sample and N is the number of elements.
/// </param>
public sealed class HingeLossAttribute(params int[] shape) : BuiltInLossAttribute(shape);
