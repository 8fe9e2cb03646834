namespace LossGen;

/// <summary>
/// Declares the binary cross-entropy of probabilities: −w/N · Σ (y·log x + (1 − y)·log(1 − x)), the sum running over every
/// element of the prediction x, from 0 to 1, and the target y; N is the batch size and w <see cref="LossAttribute.Weight"/>.
/// Each logarithm is clamped to at least −100, so that the value is finite at x = 0 and x = 1.
/// The gradient of x is w/N · (x − y) / max(x(1 − x), 1e-12), that of y is w/N · (log(1 − x) − log x), at most 100·w/N.
/// </summary>
/// <remarks>
/// The parameters of the generated members are named <c>prediction</c> and <c>target</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise; both have the declared shape and element type.
/// </remarks>
/// <param name="shape">
/// The prediction's dimensions, row-major, exactly one of them <see cref="Shape.Batch"/>; or nothing, in which case every element
/// is its own sample and N is the number of elements.
/// </param>
public sealed class BinaryCrossEntropyLossAttribute(params int[] shape) : BuiltInLossAttribute(shape);
