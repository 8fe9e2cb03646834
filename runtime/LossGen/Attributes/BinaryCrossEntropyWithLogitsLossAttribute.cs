namespace LossGen;

/// <summary>
/// Declares the binary cross-entropy of logits: w/D · Σ (p·y·log(1 + exp(−x)) + (1 − y)·log(1 + exp(x))), the sum running over every element of the logit x and
/// the target y, a probability from 0 to 1; D is the divisor that
/// <see cref="BuiltInElementwiseLossAttribute.Reduction"/> chooses and w <see cref="LossAttribute.Weight"/>.
/// Without a weight p of positive answers, the gradient of x is w/D · (σ(x) − y), where σ(x) = 1/(1 + exp(−x)), and that of y is −w/D · x. A confident and right logit keeps its
/// digits in value and gradient, and an infinite one has the loss 0. With <see cref="PositiveWeights"/>, p is that of the element's class.
/// </summary>
/// <remarks>
/// <para>
/// The parameters of the generated members are named <c>logits</c> and <c>target</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise; both have the declared shape and element type. No element is checked, and NaN stays NaN.
/// </para>
/// <para>
/// PyTorch calls it <c>BCEWithLogitsLoss</c>, and the weight, or weights, <c>pos_weight</c>. It is from David R. Cox, The Regression Analysis of Binary Sequences, 1958.
/// </para>
/// </remarks>
/// <param name="shape">
/// The dimensions of each input, row-major, exactly one of them <see cref="Shape.Batch"/>; or nothing, in which case every element
/// is its own sample. <see cref="PositiveWeights"/> need a shape.
/// </param>
public sealed class BinaryCrossEntropyWithLogitsLossAttribute(params int[] shape) : BuiltInElementwiseLossAttribute(shape)
{
    /// <summary>The weight p of a positive answer, which makes up for their being rare; at least 0 and finite. Default: 1.</summary>
    public double PositiveWeight { get; set; } = 1;

    /// <summary>
    /// The weights p of a positive answer, one for each class along <see cref="Dim"/>, each at least 0 and finite, instead of <see cref="PositiveWeight"/>. The loss is then one
    /// along an axis: with <see cref="LossAttribute.Each"/> there is a value for each location, which sums over its classes, and <see cref="LossReduction.Mean"/> divides by the
    /// number of locations. Default: none.
    /// </summary>
    public double[] PositiveWeights { get; set; } = [];

    /// <summary>With <see cref="PositiveWeights"/>, the axis of the classes, as <see cref="BuiltInClassAxisLossAttribute.Dim"/>.</summary>
    public int Dim { get; set; }
}
