namespace LossGen;

/// <summary>
/// Declares the multi-class hinge loss: w/D · Σ ω_g/C · Σ_{c ≠ g} max(m − x_g + x_c, 0)ᵖ, the outer sum running over every location, the inner one over all C classes c but the label g;
/// D is the divisor that <see cref="Reduction"/> chooses, w <see cref="LossAttribute.Weight"/> and ω_g the location's weight at its label, which is 1 without
/// <see cref="LossAttribute.Weighting"/>. It is 0 where the label's score x_g is above every other by the margin m. A score that is below by exactly the margin has gradient 0.
/// </summary>
/// <remarks>
/// <para>
/// The parameters of the generated members are named <c>scores</c> and <c>labels</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise. A label is an integer from 0 to C − 1, of the type given by
/// <see cref="LabelledLossAttribute.Label"/>; the labels have the prediction's shape with a class axis of size 1. A label that is not a class throws
/// <see cref="ArgumentOutOfRangeException"/>. NaN stays NaN.
/// </para>
/// <para>
/// PyTorch calls it <c>MultiMarginLoss</c>, and the options <c>p</c> and <c>margin</c>; its <c>weight</c> is here <c>Weighting = WeightingMode.PerClass</c> with
/// <c>Normalize = WeightNormalization.None</c>. It is from Koby Crammer and Yoram Singer, On the Algorithmic Implementation of Multiclass Kernel-based Vector Machines, 2001.
/// </para>
/// </remarks>
/// <param name="shape">The dimensions of the prediction, row-major, exactly one of them <see cref="Shape.Batch"/>, another the axis.</param>
public sealed class MultiMarginLossAttribute(params int[] shape) : LabelledLossAttribute(shape)
{
    /// <summary>The power p: 1 or 2. Default: 1.</summary>
    public int P { get; set; } = 1;

    /// <summary>The margin m; finite. Default: 1.</summary>
    public double Margin { get; set; } = 1;

    /// <summary>The divisor D of the sum over all locations. Default: <see cref="LossReduction.Mean"/>, their number.</summary>
    public LossReduction Reduction { get; set; }
}
