namespace LossGen;

/// <summary>
/// Declares Huber's loss: w/D · Σ (|x − y| ≤ δ ? (x − y)²/2 : δ·(|x − y| − δ/2)), the sum running over every element of the prediction x and the target y; D is the divisor that
/// <see cref="BuiltInElementwiseLossAttribute.Reduction"/> chooses and w <see cref="LossAttribute.Weight"/>.
/// The gradient of x is w/D · (x − y), but at least −w/D · δ and at most w/D · δ; that of y is its negative.
/// </summary>
/// <remarks>
/// <para>
/// The parameters of the generated members are named <c>prediction</c> and <c>target</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise; both have the declared shape and element type. No element is checked, and NaN stays NaN.
/// </para>
/// <para>
/// PyTorch calls it <c>HuberLoss</c>. It is from Peter J. Huber, Robust Estimation of a Location Parameter, 1964.
/// </para>
/// </remarks>
/// <param name="shape">
/// The dimensions of each input, row-major, exactly one of them <see cref="Shape.Batch"/>; or nothing, in which case every element
/// is its own sample.
/// </param>
public sealed class HuberLossAttribute(params int[] shape) : BuiltInElementwiseLossAttribute(shape)
{
    /// <summary>The error δ up to which the loss is a parabola; above 0 and finite. Default: 1.</summary>
    public double Delta { get; set; } = 1;
}
