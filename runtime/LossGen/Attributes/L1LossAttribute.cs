namespace LossGen;

/// <summary>
/// Declares the absolute error: w/D · Σ |x − y|, the sum running over every element of the prediction x and the target y; D is the divisor that
/// <see cref="BuiltInElementwiseLossAttribute.Reduction"/> chooses and w <see cref="LossAttribute.Weight"/>.
/// The gradient of x is w/D · sign(x − y), that of y its negative; both are 0 where x = y.
/// </summary>
/// <remarks>
/// <para>
/// The parameters of the generated members are named <c>prediction</c> and <c>target</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise; both have the declared shape and element type. No element is checked, and NaN stays NaN.
/// </para>
/// <para>
/// PyTorch calls it <c>L1Loss</c>. It goes back to Roger Joseph Boscovich, De Litteraria Expeditione per Pontificiam Ditionem, 1757.
/// </para>
/// </remarks>
/// <param name="shape">
/// The dimensions of each input, row-major, exactly one of them <see cref="Shape.Batch"/>; or nothing, in which case every element
/// is its own sample.
/// </param>
public sealed class L1LossAttribute(params int[] shape) : BuiltInElementwiseLossAttribute(shape);
