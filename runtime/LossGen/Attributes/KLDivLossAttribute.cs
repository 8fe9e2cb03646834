namespace LossGen;

/// <summary>
/// Declares the Kullback–Leibler divergence of a prediction from a target: w/D · Σ y·(log y − x), the sum running over every element of the prediction x, the logarithm
/// of a probability, and the target y, a probability; D is the divisor that
/// <see cref="BuiltInElementwiseLossAttribute.Reduction"/> chooses and w <see cref="LossAttribute.Weight"/>.
/// An element whose target is 0 counts 0. The gradient of x is −w/D · y, that of y is w/D · (log y − x + 1), which is −∞ where y is 0.
/// </summary>
/// <remarks>
/// <para>
/// With <see cref="LogTarget"/> the target is the logarithm of a probability too: w/D · Σ exp(y)·(y − x).
/// </para>
/// <para>
/// The default divides by the number of elements, as PyTorch's <c>reduction='mean'</c> does, although a divergence is a sum over classes. The mean over samples, PyTorch's
/// <c>reduction='batchmean'</c>, is <see cref="LossReduction.Mean"/> with a declared shape such as <c>(Shape.Batch, 10)</c>.
/// </para>
/// <para>
/// The parameters of the generated members are named <c>prediction</c> and <c>target</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise; both have the declared shape and element type. No element is checked, and NaN stays NaN.
/// A target below 0 makes the value NaN.
/// </para>
/// <para>
/// PyTorch calls it <c>KLDivLoss</c>, and the option <c>log_target</c>. It is from Solomon Kullback and Richard Leibler, On Information and Sufficiency, 1951.
/// </para>
/// </remarks>
/// <param name="shape">
/// The dimensions of each input, row-major, exactly one of them <see cref="Shape.Batch"/>; or nothing, in which case every element
/// is its own sample.
/// </param>
public sealed class KLDivLossAttribute(params int[] shape) : BuiltInElementwiseLossAttribute(shape)
{
    /// <summary>Whether the target is the logarithm of a probability. Default: <see langword="false"/>.</summary>
    public bool LogTarget { get; set; }
}
