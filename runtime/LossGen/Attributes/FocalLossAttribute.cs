namespace LossGen;

/// <summary>
/// Declares the focal loss of a softmax: −w/D · Σ ω_g·(1 − p)^γ·log p, the sum running over every location, where p = σ(x)_g is the softmax at its label g; D is the divisor that
/// <see cref="Reduction"/> chooses, w <see cref="LossAttribute.Weight"/> and ω_g the location's weight at its label, which is 1 without <see cref="LossAttribute.Weighting"/>. It
/// is cross-entropy, weighted less the more confident the right answer is. Confident answers keep their digits.
/// </summary>
/// <remarks>
/// <para>
/// The parameters of the generated members are named <c>logits</c> and <c>labels</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise. A label is an integer from 0 to C − 1, of the type given by
/// <see cref="LabelledLossAttribute.Label"/>; the labels have the prediction's shape with a class axis of size 1. A label that is not a class throws
/// <see cref="ArgumentOutOfRangeException"/>. NaN stays NaN.
/// </para>
/// <para>
/// The paper's α, a weight for each class, is <c>Weighting = WeightingMode.PerClass</c> with <c>Normalize = WeightNormalization.None</c>. PyTorch has no such loss. It is from Tsung-Yi Lin,
/// Priya Goyal, Ross Girshick, Kaiming He and Piotr Dollár, Focal Loss for Dense Object Detection, 2017.
/// </para>
/// </remarks>
/// <param name="shape">The dimensions of the prediction, row-major, exactly one of them <see cref="Shape.Batch"/>, another the axis.</param>
public sealed class FocalLossAttribute(params int[] shape) : LabelledLossAttribute(shape)
{
    /// <summary>The exponent γ; at least 0, where 0 makes it the cross-entropy, and finite. Default: 2.</summary>
    public double Gamma { get; set; } = 2;

    /// <summary>The divisor D of the sum over all locations. Default: <see cref="LossReduction.Mean"/>, their number.</summary>
    public LossReduction Reduction { get; set; }
}
