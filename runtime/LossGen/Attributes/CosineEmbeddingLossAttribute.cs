namespace LossGen;

/// <summary>
/// Declares a loss of two vectors, which are the elements that a location of each has along the axis: w/D · Σ (y &gt; 0 ? 1 − cos(a, b) : max(0, cos(a, b) − m)),
/// the sum running over every location; D is the divisor that
/// <see cref="BuiltInAxisLossAttribute.Reduction"/> chooses and w <see cref="LossAttribute.Weight"/>. The target y has one number for each location: 1 where
/// the vectors are to point into one direction, and −1 where their cosine is to be at most the margin m.
/// </summary>
/// <remarks>
/// <para>
/// The cosine is Σ a_c·b_c / √((Σ a_c² + 1e-12)·(Σ b_c² + 1e-12)), so that it is 0 for a vector of zeros. Both vectors have a gradient, each optional; the target has none. Where the
/// cosine is the margin exactly, the gradient is that beyond it. The value of vectors that almost agree keeps its digits.
/// </para>
/// <para>
/// The parameters of the generated members are named <c>left</c>, <c>right</c> and <c>target</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise; the
/// first two have the declared shape, the target that without the axis, and all the declared element type. No element is checked, and NaN stays NaN.
/// </para>
/// <para>
/// PyTorch calls it <c>CosineEmbeddingLoss</c>; it takes targets other than −1 and 1 differently. It is from Sumit Chopra, Raia Hadsell and Yann LeCun, Learning a Similarity Metric
/// Discriminatively, with Application to Face Verification, 2005.
/// </para>
/// </remarks>
/// <param name="shape">The dimensions of the vectors, row-major, exactly one of them <see cref="Shape.Batch"/>, another the axis.</param>
public sealed class CosineEmbeddingLossAttribute(params int[] shape) : BuiltInAxisLossAttribute(shape)
{
    /// <summary>The cosine m up to which vectors count as different; from −1 to 1. Default: 0.</summary>
    public double Margin { get; set; }
}
