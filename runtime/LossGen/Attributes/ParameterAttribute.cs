namespace LossGen;

/// <summary>
/// Marks a parameter of a <see cref="FormulaAttribute">formula</see> that does not depend on the inputs: one number, such as a threshold, or, in a
/// <see cref="AxisLossAttribute">loss along an axis</see>, a <see cref="ReadOnlySpan{T}"/> with a number for each element of the axis, such as weights of classes. It becomes an
/// argument of the class's constructor, a number with the same default value. The constructor throws an exception if a number is not finite, or outside the range that is given
/// here, or if a span has another length.
/// <para>
/// It may also be a <see cref="bool"/>, a member of an enum with up to 16 values, or an <see cref="int"/>. Truth values and enums, and integers with a range of up to eight
/// values, are choices: each of their values has kernels of its own, in which what depends on it is decided, and loops run as often as it says.
/// </para>
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParameterAttribute : Attribute
{
    /// <summary>The least value that is allowed. Default: none.</summary>
    public double Minimum { get; set; } = double.NegativeInfinity;

    /// <summary>The greatest value that is allowed. Default: none.</summary>
    public double Maximum { get; set; } = double.PositiveInfinity;

    /// <summary>Whether <see cref="Minimum"/> itself is refused. Default: it is allowed.</summary>
    public bool MinimumIsExclusive { get; set; }

    /// <summary>Whether <see cref="Maximum"/> itself is refused. Default: it is allowed.</summary>
    public bool MaximumIsExclusive { get; set; }
}
