namespace LossGen;

/// <summary>
/// Declares the square loss: w/(2N) · Σ (x − y)², the sum running over every element of the prediction x and the
/// target y, N being the batch size and w <see cref="LossAttribute.Weight"/>.
/// The gradient of x is w/N · (x − y), that of y its negative.
/// </summary>
/// <remarks>
/// The parameters of the generated members are named <c>prediction</c> and <c>target</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise; both have the declared shape and element type.
/// </remarks>
/// <param name="shape">
/// The prediction's dimensions, row-major, exactly one of them <see cref="Shape.Batch"/>; or nothing, in which case every element
/// is its own sample and N is the number of elements.
/// </param>
public sealed class SquareLossAttribute(params int[] shape) : BuiltInLossAttribute(shape);
