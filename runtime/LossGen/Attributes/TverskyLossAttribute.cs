namespace LossGen;

/// <summary>
/// Declares the Tversky loss of the elements that a location has along the axis: w/D · Σ (1 − (T + s)/(T + α·F + β·M + s)), the sum running over every location, with its true positives
/// T = Σ_c p_c·y_c, false positives F = Σ_c p_c·(1 − y_c) and false negatives M = Σ_c (1 − p_c)·y_c; D is the divisor that <see cref="BuiltInAxisLossAttribute.Reduction"/> chooses and w
/// <see cref="LossAttribute.Weight"/>. The target y_c and the prediction's probability p_c are from 0 to 1. Both inputs have a gradient. Where prediction and target agree, the loss keeps its
/// digits.
/// </summary>
/// <remarks>
/// <para>
/// With the default weights of errors it is the <see cref="DiceLossAttribute">Dice loss</see>, with twice its number s.
/// </para>
/// <para>
/// The parameters of the generated members are named <c>prediction</c> and <c>target</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise; both have the declared shape and element type. No element is checked, and NaN stays NaN.
/// </para>
/// <para>
/// PyTorch has no such loss. It is from Seyed Sadegh Mohseni Salehi, Deniz Erdogmus and Ali Gholipour, Tversky Loss Function for Image Segmentation Using 3D Fully Convolutional Deep
/// Networks, 2017.
/// </para>
/// </remarks>
/// <param name="shape">The dimensions of each input, row-major, exactly one of them <see cref="Shape.Batch"/>, another the axis.</param>
public sealed class TverskyLossAttribute(params int[] shape) : BuiltInAxisLossAttribute(shape)
{
    /// <summary>The weight α of false positives; at least 0 and finite. Default: 0.5.</summary>
    public double Alpha { get; set; } = 0.5;

    /// <summary>The weight β of false negatives; at least 0 and finite. Default: 0.5.</summary>
    public double Beta { get; set; } = 0.5;

    /// <summary>The number s that keeps the quotient defined where prediction and target are empty; at least 0 and finite. With 0, the loss of such a location is NaN. Default: 1.</summary>
    public double Smooth { get; set; } = 1;

    /// <summary>Whether predictions are logits x, whose probabilities are p = 1/(1 + exp(−x)); otherwise they are the probabilities. Default: <see langword="true"/>.</summary>
    public bool FromLogits { get; set; } = true;
}
