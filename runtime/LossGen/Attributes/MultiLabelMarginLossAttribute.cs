namespace LossGen;

/// <summary>
/// Declares a margin loss for locations that belong to several classes: w/D · Σ 1/C · Σ_{c: y_c} Σ_{d: not y_d} max(1 − x_c + x_d, 0), the outer sum running over every location, the
/// inner ones over the classes c that the location belongs to and the classes d that it does not; C is the number of all classes, D the divisor that
/// <see cref="BuiltInAxisLossAttribute.Reduction"/> chooses and w <see cref="LossAttribute.Weight"/>. The gradient of x_c is −w/(D·C) for each such d with 1 − x_c + x_d above 0, that of
/// x_d is w/(D·C) for each such c.
/// </summary>
/// <remarks>
/// <para>
/// The parameters of the generated members are named <c>scores</c> and <c>target</c> unless <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise. The scores have the declared
/// shape and element type; the target has the declared shape, is a span of <see cref="bool"/>, and has no gradient. No element is checked, and NaN stays NaN.
/// </para>
/// <para>
/// A location costs as much as C² elements.
/// </para>
/// <para>
/// PyTorch calls it <c>MultiLabelMarginLoss</c>. Its target is, for each location, a list of classes that ends before the first −1; <see cref="MultiHot.Fill"/> makes truth values of
/// such lists. A class that a list names twice counts twice there.
/// </para>
/// </remarks>
/// <param name="shape">The dimensions of each input, row-major, exactly one of them <see cref="Shape.Batch"/>, another the axis.</param>
public sealed class MultiLabelMarginLossAttribute(params int[] shape) : BuiltInAxisLossAttribute(shape);
