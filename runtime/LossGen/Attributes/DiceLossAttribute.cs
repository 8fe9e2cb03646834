namespace LossGen;

/// <summary>
/// Declares the Dice loss of the elements that a location has along the axis: w/D · Σ (1 − (2·Σ_c p_c·y_c + s)/(Σ_c p_c + Σ_c y_c + s)), the outer sum running over every location; D is
/// the divisor that <see cref="BuiltInAxisLossAttribute.Reduction"/> chooses and w <see cref="LossAttribute.Weight"/>. The target y_c and the prediction's probability p_c are from 0 to 1.
/// Both inputs have a gradient. Where prediction and target agree, the loss keeps its digits.
/// </summary>
/// <remarks>
/// <para>
/// The overlap is taken along the declared axis: for that of whole masks, let it be the axis of pixels, as in <c>(Shape.Batch, 4096)</c>.
/// </para>
/// <para>
/// The parameters of the generated members are named <c>prediction</c> and <c>target</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise; both have the declared shape and element type. No element is checked, and NaN stays NaN.
/// </para>
/// <para>
/// PyTorch has no such loss. It is from Fausto Milletari, Nassir Navab and Seyed-Ahmad Ahmadi, V-Net: Fully Convolutional Neural Networks for Volumetric Medical Image Segmentation,
/// 2016, whose sizes are sums of squares.
/// </para>
/// </remarks>
/// <param name="shape">The dimensions of each input, row-major, exactly one of them <see cref="Shape.Batch"/>, another the axis.</param>
public sealed class DiceLossAttribute(params int[] shape) : BuiltInAxisLossAttribute(shape)
{
    /// <summary>The number s that keeps the quotient defined where prediction and target are empty; at least 0 and finite. With 0, the loss of such a location is NaN. Default: 1.</summary>
    public double Smooth { get; set; } = 1;

    /// <summary>Whether predictions are logits x, whose probabilities are p = 1/(1 + exp(−x)); otherwise they are the probabilities. Default: <see langword="true"/>.</summary>
    public bool FromLogits { get; set; } = true;
}
