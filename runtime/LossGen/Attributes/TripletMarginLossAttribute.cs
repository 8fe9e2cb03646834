namespace LossGen;

/// <summary>
/// Declares a loss of three vectors, which are the elements that a location of each has along the axis: w/D · Σ max(0, ‖a − p + ε‖ − ‖a − n + ε‖ + m),
/// the sum running over every location; D is the divisor that
/// <see cref="BuiltInAxisLossAttribute.Reduction"/> chooses and w <see cref="LossAttribute.Weight"/>. It is 0 where the anchor a is closer to the
/// positive p than to the negative n by the margin m.
/// </summary>
/// <remarks>
/// <para>
/// All three have a gradient, each optional. Where the maximum is attained by both, the gradient is that of the distances. The distance of vectors for which ‖·‖ is 0 has gradient 0, and,
/// if <see cref="P"/> is 1, so has each element that is 0.
/// </para>
/// <para>
/// The parameters of the generated members are named <c>anchor</c>, <c>positive</c> and <c>negative</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise; all have the declared shape and element type. No element is checked, and NaN stays NaN.
/// </para>
/// <para>
/// PyTorch calls it <c>TripletMarginLoss</c>, and the options <c>margin</c>, <c>p</c>, <c>eps</c> and <c>swap</c>; its norms may be others than the first and the second. It is from
/// Florian Schroff, Dmitry Kalenichenko and James Philbin, FaceNet: A Unified Embedding for Face Recognition and Clustering, 2015; the swap from Vassileios Balntas, Edgar Riba, Daniel
/// Ponsa and Krystian Mikolajczyk, Learning Local Feature Descriptors with Triplets and Shallow Convolutional Neural Networks, 2016.
/// </para>
/// </remarks>
/// <param name="shape">The dimensions of each input, row-major, exactly one of them <see cref="Shape.Batch"/>, another the axis.</param>
public sealed class TripletMarginLossAttribute(params int[] shape) : BuiltInAxisLossAttribute(shape)
{
    /// <summary>The margin m; above 0 and finite. Default: 1.</summary>
    public double Margin { get; set; } = 1;

    /// <summary>Which norm a distance is: 1 for the sum of absolute differences, 2 for the root of the sum of squares. Default: 2.</summary>
    public int P { get; set; } = 2;

    /// <summary>The number ε that is added to each difference, as PyTorch does; at least 0 and finite. Default: 1e-6.</summary>
    public double Epsilon { get; set; } = 1e-6;

    /// <summary>Whether the negative's distance is the lesser of those to the anchor and to the positive. Default: <see langword="false"/>.</summary>
    public bool Swap { get; set; }
}
