namespace LossGen;

/// <summary>
/// Declares a loss along an axis whose formula the class provides: w/L · Σ f(inputs), the sum running over all L locations, w being
/// <see cref="LossAttribute.Weight"/>. The formula f, the only static method of the class that is marked with <see cref="FormulaAttribute"/>, sees the elements that one
/// location has along the axis, as spans, and reduces them in loops; the gradients are derived by the compiler.
/// </summary>
/// <remarks>
/// <para>
/// The method's parameters: first a <see cref="ReadOnlySpan{T}"/> of the type of the result, <see cref="float"/> or <see cref="double"/>, an input of the declared shape;
/// further spans, of these types or of <see cref="sbyte"/>, <see cref="byte"/>, <see cref="short"/>, <see cref="ushort"/>, <see cref="int"/>, <see cref="uint"/>, <see cref="long"/>
/// or <see cref="bool"/>, likewise; numbers of any of these types, each an input with one number per location, whose shape is the declared one without the axis; and, marked with <see cref="ParameterAttribute"/>, what the
/// constructor takes: numbers, choices, and spans with a number for each element of the axis, such as weights of classes. An integer by which an element is read, as in
/// <c>x[label]</c>, is a label, and checked to be a class; any other is only compared or converted. Inputs that are marked with <see cref="NoGradientAttribute"/>, and those
/// that are neither float nor double, have no gradient; one that is marked with <see cref="LearnedAttribute"/> is one number for the whole call.
/// </para>
/// <para>
/// The method returns a number, or a tuple of up to eight, whose sums over all locations another method, marked with <see cref="TotalAttribute"/>, turns into the value.
/// </para>
/// <para>
/// A loop runs over the axis or a stretch of it: <c>for (int i = 0; i &lt; x.Length; i++)</c>, <c>for (int i = 1; i &lt; label; i++)</c> or <c>foreach (float v in x)</c>. In it
/// stand local variables, conditions, <c>if (…) { continue; }</c>, and accumulations <c>s += …</c>, <c>s -= …</c>, <c>n++</c>, <c>s = MathF.Max(s, …)</c>, <c>s = MathF.Min(s, …)</c>; later loops use the
/// results of earlier ones. A loop within another visits all pairs of up to 2,048 elements; one that finds an extreme is written out, for up to 8. Elements are <c>x[i]</c>, <c>x[label]</c>
/// and <c>x[0]</c>; indices may be compared, as in <c>i == label</c>, and used as numbers. Otherwise the method may contain what the formula of an
/// <see cref="ElementwiseLossAttribute">elementwise loss</see> may. Where several elements attain a maximum or minimum, its derivative goes to the first.
/// </para>
/// <para>
/// Functions of a whole span need no loop: those of <see cref="Along"/>, such as <c>Along.LogSumExp(x)</c> and <c>Along.LogSoftmax(x, label)</c>, and, in a project that
/// references the package System.Numerics.Tensors, <c>Sum</c>, <c>Average</c>, <c>Dot</c>, <c>Norm</c>, <c>SumOfSquares</c>, <c>Max</c>, <c>Min</c>, <c>Distance</c> and
/// <c>CosineSimilarity</c> of its class <c>TensorPrimitives</c>. They may be called in loops, too, with the loop's index as the index of a softmax, and are computed once. A
/// span is always whole: it may have another name, <c>var y = x;</c>, but no slices.
/// </para>
/// </remarks>
/// <param name="shape">The dimensions of each input, row-major, exactly one of them <see cref="Shape.Batch"/>, another the axis.</param>
public sealed class AxisLossAttribute(params int[] shape) : LossAttribute(shape)
{
    /// <summary>
    /// The axis that the formula sees: an index into the shape, counted from the front, or from the back if negative (−1 is the last dimension). It must not be the batch.
    /// Default: the dimension next to the batch, which is 1 if the batch is first and −2 if it is last; a batch in the middle needs an explicit axis.
    /// </summary>
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
}
