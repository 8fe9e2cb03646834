namespace LossGen;

/// <summary>
/// Declares the binary cross-entropy of logits, averaged over classes, for locations that belong to several classes:
/// w/D · Σ 1/C · Σ_c (y_c·log(1 + exp(−x_c)) + (1 − y_c)·log(1 + exp(x_c))), the outer sum running over every location, the inner one over all C classes; D is the divisor that
/// <see cref="BuiltInAxisLossAttribute.Reduction"/> chooses and w <see cref="LossAttribute.Weight"/>. The target y_c is 1 where the location belongs to the class, else 0, or a
/// probability. The gradient of x_c is w/(D·C) · (σ(x_c) − y_c), where σ(x) = 1/(1 + exp(−x)), that of y_c is −w/(D·C) · x_c.
/// An infinite logit that is right has the loss 0.
/// </summary>
/// <remarks>
/// <para>
/// The parameters of the generated members are named <c>logits</c> and <c>target</c> unless
/// <see cref="BuiltInLossAttribute.Bottoms"/> says otherwise; both have the declared shape and element type. No element is checked, and NaN stays NaN.
/// </para>
/// <para>
/// PyTorch calls it <c>MultiLabelSoftMarginLoss</c>; its weights of classes are not among the options.
/// </para>
/// </remarks>
/// <param name="shape">The dimensions of each input, row-major, exactly one of them <see cref="Shape.Batch"/>, another the axis.</param>
public sealed class MultiLabelSoftMarginLossAttribute(params int[] shape) : BuiltInAxisLossAttribute(shape);
