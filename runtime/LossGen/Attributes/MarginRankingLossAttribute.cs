namespace LossGen;

/// <summary>
/// Declares the hinge of a difference: w/D · Σ max(0, m − y·(x₁ − x₂)), the sum running over every element of the first score x₁, the second x₂ and the target y,
/// which is 1 where the first is to be above the second by the margin m, and −1 where it is to be below; D is the divisor that
/// <see cref="BuiltInElementwiseLossAttribute.Reduction"/> chooses and w <see cref="LossAttribute.Weight"/>.
/// Where y·(x₁ − x₂) ≤ m, the gradient of x₁ is −w/D · y, that of x₂ is w/D · y and that of y is w/D · (x₂ − x₁); elsewhere all are 0.
/// </summary>
/// <remarks>
/// <para>
/// The parameters of the generated members are named <c>first</c>, <c>second</c> and <c>target</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise; all have the declared shape and element type. No element is checked, and NaN stays NaN.
/// </para>
/// <para>
/// PyTorch calls it <c>MarginRankingLoss</c>. It is from Ralf Herbrich, Thore Graepel and Klaus Obermayer, Large Margin Rank Boundaries for Ordinal Regression, 2000.
/// </para>
/// </remarks>
/// <param name="shape">
/// The dimensions of each input, row-major, exactly one of them <see cref="Shape.Batch"/>; or nothing, in which case every element
/// is its own sample.
/// </param>
public sealed class MarginRankingLossAttribute(params int[] shape) : BuiltInElementwiseLossAttribute(shape)
{
    /// <summary>The margin m; finite. Default: 0.</summary>
    public double Margin { get; set; }
}
