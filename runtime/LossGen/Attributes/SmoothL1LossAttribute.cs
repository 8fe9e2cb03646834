namespace LossGen;

/// <summary>
/// Declares the smooth L1 loss: w/D · Σ (|x − y| &lt; β ? (x − y)²/(2β) : |x − y| − β/2), the sum running over every element of the prediction x and the target
/// y; D is the divisor that
/// <see cref="BuiltInElementwiseLossAttribute.Reduction"/> chooses and w <see cref="LossAttribute.Weight"/>.
/// The gradient of x is w/D · (x − y)/β up to β and w/D · sign(x − y) beyond, that of y its negative.
/// </summary>
/// <remarks>
/// <para>
/// The parameters of the generated members are named <c>prediction</c> and <c>target</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise; both have the declared shape and element type. No element is checked, and NaN stays NaN.
/// </para>
/// <para>
/// PyTorch calls it <c>SmoothL1Loss</c>. It is from Ross Girshick, Fast R-CNN, 2015.
/// </para>
/// </remarks>
/// <param name="shape">
/// The dimensions of each input, row-major, exactly one of them <see cref="Shape.Batch"/>; or nothing, in which case every element
/// is its own sample.
/// </param>
public sealed class SmoothL1LossAttribute(params int[] shape) : BuiltInElementwiseLossAttribute(shape)
{
    /// <summary>The error β up to which the loss is a parabola; at least 0, where 0 makes it the L1 loss, and finite. Default: 1.</summary>
    public double Beta { get; set; } = 1;
}
