namespace LossGen;

/// <summary>
/// Declares the logistic loss of a margin: w/D · Σ log(1 + exp(−x·y)), the sum running over every element of the prediction x, a score, and the target y, which is
/// −1 or 1; D is the divisor that
/// <see cref="BuiltInElementwiseLossAttribute.Reduction"/> chooses and w <see cref="LossAttribute.Weight"/>.
/// The gradient of x is −w/D · y/(1 + exp(x·y)), that of y is −w/D · x/(1 + exp(x·y)).
/// </summary>
/// <remarks>
/// <para>
/// The parameters of the generated members are named <c>prediction</c> and <c>target</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise; both have the declared shape and element type. No element is checked, and NaN stays NaN.
/// </para>
/// <para>
/// PyTorch calls it <c>SoftMarginLoss</c>. It is from Michael Collins, Robert E. Schapire and Yoram Singer, Logistic Regression, AdaBoost and Bregman Distances, 2002.
/// </para>
/// </remarks>
/// <param name="shape">
/// The dimensions of each input, row-major, exactly one of them <see cref="Shape.Batch"/>; or nothing, in which case every element
/// is its own sample.
/// </param>
public sealed class SoftMarginLossAttribute(params int[] shape) : BuiltInElementwiseLossAttribute(shape);
