namespace LossGen.Generator.Model;

/// <summary>A number, one per class, or a choice, that a loss's formula takes and its constructor receives.</summary>
/// <param name="Name">The name, as in the formula.</param>
/// <param name="Type">Its type; that of integers for an enum.</param>
/// <param name="Default">Its value if the constructor's caller omits it; null if it is required.</param>
/// <param name="Range">The values it may have.</param>
/// <param name="IsPerClass">Whether it has a number for each class.</param>
internal sealed record FormulaParameter(string Name, NumberType Type, ExactDouble? Default, ParameterRange Range, bool IsPerClass = false)
{
    /// <summary>The enum that it is of, with its full name as written in C#; null for none.</summary>
    public string? Enum { get; init; }

    /// <summary>Its values, for each of which there are kernels of their own; none if kernels are passed the number.</summary>
    public EquatableArray<ParameterChoice> Choices { get; init; }

    /// <summary>Its numbers, one for each class, if the declaration gives them; none if the constructor takes them.</summary>
    public EquatableArray<ExactDouble> Constants { get; init; }

    /// <summary>Whether the declaration gives it.</summary>
    public bool IsConstant => Constants.Count > 0;

    /// <summary>Whether there are kernels for each of its values.</summary>
    public bool IsChoice => Choices.Count > 0;

    /// <summary>Whether it is a number that kernels are passed.</summary>
    public bool IsScalar => !IsPerClass && !IsChoice;
}

/// <summary>A value of a parameter that has a few.</summary>
/// <param name="Name">What it is called: the member of an enum, as written in C#, or the value itself.</param>
/// <param name="Value">The value.</param>
internal sealed record ParameterChoice(string Name, long Value);

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
    public ParameterRange Of(NumberType type) =>
        type == NumberType.Single ? this with { Minimum = (double)(float)Minimum.Value, Maximum = (double)(float)Maximum.Value } : this;

    /// <summary>Whether it contains no number.</summary>
    public bool IsEmpty => !(Minimum.Value < Maximum.Value || (Contains(Minimum.Value) && Contains(Maximum.Value)));
}
