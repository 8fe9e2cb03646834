namespace LossGen;

/// <summary>
/// Declares a loss of distances: w/D · Σ (y &gt; 0 ? x : max(0, m − x)), the sum running over every element of the distance x of a pair and the target y, which
/// is 1 where the pair belongs together, and −1 where it is to be as far apart as the margin m; D is the divisor that
/// <see cref="BuiltInElementwiseLossAttribute.Reduction"/> chooses and w <see cref="LossAttribute.Weight"/>.
/// The gradient of x is w/D where y &gt; 0, −w/D where y ≤ 0 and x ≤ m, and 0 elsewhere; the target has none.
/// </summary>
/// <remarks>
/// <para>
/// The parameters of the generated members are named <c>prediction</c> and <c>target</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise; both have the declared shape and element type. No element is checked, and NaN stays NaN.
/// </para>
/// <para>
/// PyTorch calls it <c>HingeEmbeddingLoss</c>; it takes targets other than −1 and 1 differently. It is from Hossein Mobahi, Ronan Collobert and Jason Weston, Deep Learning from
/// Temporal Coherence in Video, 2009.
/// </para>
/// </remarks>
/// <param name="shape">
/// The dimensions of each input, row-major, exactly one of them <see cref="Shape.Batch"/>; or nothing, in which case every element
/// is its own sample.
/// </param>
public sealed class HingeEmbeddingLossAttribute(params int[] shape) : BuiltInElementwiseLossAttribute(shape)
{
    /// <summary>The margin m; finite. Default: 1.</summary>
    public double Margin { get; set; } = 1;
}
