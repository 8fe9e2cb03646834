namespace LossGen;

/// <summary>
/// Marks a parameter of a <see cref="FormulaAttribute">formula</see> that is one number for all elements, such as a threshold: it becomes an argument of the class's
/// constructor, with the same default value. The constructor throws <see cref="ArgumentOutOfRangeException"/> if it is not finite, or outside the range that is given here.
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
