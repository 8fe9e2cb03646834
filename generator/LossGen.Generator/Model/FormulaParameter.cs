namespace LossGen.Generator.Model;

/// <summary>A number, or one per class, that a loss's formula takes and its constructor receives.</summary>
/// <param name="Name">The name, as in the formula.</param>
/// <param name="Element">Its type.</param>
/// <param name="Default">Its value if the constructor's caller omits it; null if it is required.</param>
/// <param name="Range">The values it may have.</param>
/// <param name="IsPerClass">Whether it has a number for each class.</param>
internal sealed record FormulaParameter(string Name, ElementKind Element, ExactDouble? Default, ParameterRange Range, bool IsPerClass = false);

/// <summary>The finite numbers between two bounds.</summary>
/// <param name="Minimum">The least; −∞ for none.</param>
/// <param name="Maximum">The greatest; ∞ for none.</param>
/// <param name="MinimumIsExclusive">Whether the minimum itself is excluded.</param>
/// <param name="MaximumIsExclusive">Whether the maximum itself is excluded.</param>
internal sealed record ParameterRange(ExactDouble Minimum, ExactDouble Maximum, bool MinimumIsExclusive, bool MaximumIsExclusive)
{
    public bool Contains(double value) =>
        !double.IsInfinity(value)
        && (MinimumIsExclusive ? value > Minimum.Value : value >= Minimum.Value)
        && (MaximumIsExclusive ? value < Maximum.Value : value <= Maximum.Value);

    /// <summary>With bounds of the parameter's own type, as the runtime compares: 0.1f is not above a maximum of 0.1.</summary>
    public ParameterRange Of(ElementKind element) =>
        element == ElementKind.Single ? this with { Minimum = (double)(float)Minimum.Value, Maximum = (double)(float)Maximum.Value } : this;

    /// <summary>Whether it contains no number.</summary>
    public bool IsEmpty => !(Minimum.Value < Maximum.Value || (Contains(Minimum.Value) && Contains(Maximum.Value)));
}
