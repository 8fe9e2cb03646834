namespace LossGen;

/// <summary>
/// Declares a loss over classes whose formula the class provides: w/L · Σ f(logits, label), the sum running over all L locations, w being
/// <see cref="LossAttribute.Weight"/>. The formula f, the only static method of the class that is marked with <see cref="FormulaAttribute"/>, sees the logits of one
/// location through <see cref="ClassLogits{T}"/>; the gradient of every logit is derived by the compiler.
/// </summary>
/// <remarks>
/// The method's first parameter is a <see cref="ClassLogits{T}"/> of <see cref="float"/> or <see cref="double"/>, the type of its result; the second the label, an
/// <see cref="sbyte"/>, <see cref="byte"/>, <see cref="short"/>, <see cref="ushort"/>, <see cref="int"/>, <see cref="uint"/> or <see cref="long"/>; all others are numbers or choices marked with <see cref="ParameterAttribute"/>.
/// Otherwise it may contain what the formula of an <see cref="ElementwiseLossAttribute">elementwise loss</see> may.
/// </remarks>
/// <param name="shape">The logits' dimensions, row-major, exactly one of them <see cref="Shape.Batch"/>, another the class axis.</param>
public sealed class ClassAxisLossAttribute(params int[] shape) : LossAttribute(shape)
{
    /// <inheritdoc cref="BuiltInClassAxisLossAttribute.Dim"/>
    public int Dim { get; set; }

    /// <inheritdoc cref="LabelledLossAttribute.Weights"/>
    public double[] Weights { get; set; } = [];

    /// <inheritdoc cref="LabelledLossAttribute.Normalize"/>
    public WeightNormalization Normalize { get; set; }

    /// <summary>What the sum over all locations is divided by: their number, that of the elements, or nothing. Default: <see cref="LossReduction.Mean"/>, their number.</summary>
    public LossReduction Reduction { get; set; }

    /// <summary>
    /// A label whose locations do not count, for a formula with exactly one label: their value is 0, their gradients are exactly 0, and nothing else of them is read. Every other
    /// label must be a class; this one may be a class or not, such as −100 or 255. Not set: no label is ignored.
    /// </summary>
    public int IgnoreLabel { get; set; }

    /// <inheritdoc cref="LabelledLossAttribute.Outputs"/>
    public LossOutputs Outputs { get; set; }
}
