namespace LossGen.Generator.Model;

/// <summary>What the sum over locations is divided by; the numbers are those of the runtime's <c>LossDenominator</c>.</summary>
internal enum DenominatorKind
{
    /// <summary>The number of all locations, or what the reduction of a formula says.</summary>
    Locations,

    /// <summary>The number of those whose label is not ignored and whose weight is not 0.</summary>
    Kept,

    /// <summary>The sum of the weights of those whose label is not ignored.</summary>
    WeightSum,

    /// <summary>Nothing.</summary>
    None,
}

/// <summary>The value where nothing is kept; the numbers are those of the runtime's <c>LossWhenEmpty</c>.</summary>
internal enum WhenEmptyKind
{
    Zero,
    NaN,
    Throw,
}

/// <summary>Which locations count, and what their sum is divided by.</summary>
/// <param name="IgnoreLabel">The label whose locations do not count; null for none.</param>
/// <param name="Denominator">What the sum is divided by.</param>
/// <param name="WhenEmpty">The value where that is 0.</param>
internal sealed record KeptLocations(int? IgnoreLabel, DenominatorKind Denominator, WhenEmptyKind WhenEmpty)
{
    /// <summary>All of them, divided by their number.</summary>
    public static KeptLocations All { get; } = new(null, DenominatorKind.Locations, WhenEmptyKind.Zero);

    /// <summary>Whether the sum is divided by what is kept.</summary>
    public bool DividesByKept => Denominator is DenominatorKind.Kept or DenominatorKind.WeightSum;
}
