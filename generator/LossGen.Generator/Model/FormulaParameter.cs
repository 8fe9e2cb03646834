namespace LossGen.Generator.Model;

/// <summary>A scalar that a loss's formula takes and its constructor is given.</summary>
/// <param name="Name">The name, as in the formula.</param>
/// <param name="Element">Its type.</param>
/// <param name="Default">What it is where the constructor's caller leaves it out; null where it has to be given.</param>
/// <param name="Range">What it may be.</param>
internal sealed record FormulaParameter(string Name, ElementKind Element, ExactDouble? Default, ParameterRange Range);

/// <summary>The finite numbers from a least to a greatest one.</summary>
/// <param name="Minimum">The least; −∞ for none.</param>
/// <param name="Maximum">The greatest; ∞ for none.</param>
/// <param name="MinimumIsExclusive">Whether the least itself is left out.</param>
/// <param name="MaximumIsExclusive">Whether the greatest itself is left out.</param>
internal sealed record ParameterRange(ExactDouble Minimum, ExactDouble Maximum, bool MinimumIsExclusive, bool MaximumIsExclusive)
{
    public bool Contains(double value) =>
        !double.IsInfinity(value)
        && (MinimumIsExclusive ? value > Minimum.Value : value >= Minimum.Value)
        && (MaximumIsExclusive ? value < Maximum.Value : value <= Maximum.Value);

    /// <summary>With bounds of the parameter's own type, as the runtime compares: 0.1f is not above a maximum of 0.1.</summary>
    public ParameterRange Of(ElementKind element) =>
        element == ElementKind.Single ? this with { Minimum = (double)(float)Minimum.Value, Maximum = (double)(float)Maximum.Value } : this;

    /// <summary>Whether there is a number in it.</summary>
    public bool IsEmpty => !(Minimum.Value < Maximum.Value || (Contains(Minimum.Value) && Contains(Maximum.Value)));
}
