using System.Globalization;

namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>How many values and derivatives were compared, how many were not, and why.</summary>
internal sealed record FormulaTally(int Values, int Slopes, int Undecided, int Unbounded, int UnboundedSlopes, double WorstValue, double WorstSlope)
{
    public static readonly FormulaTally None = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>All points, whether they were compared or not.</summary>
    public int Points => Values + Undecided + Unbounded;

    /// <summary>The derivatives at points that were compared by value.</summary>
    public int AllSlopes => Slopes + UnboundedSlopes;

    public static FormulaTally operator +(FormulaTally a, FormulaTally b) => new(
        a.Values + b.Values,
        a.Slopes + b.Slopes,
        a.Undecided + b.Undecided,
        a.Unbounded + b.Unbounded,
        a.UnboundedSlopes + b.UnboundedSlopes,
        Math.Max(a.WorstValue, b.WorstValue),
        Math.Max(a.WorstSlope, b.WorstSlope));

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Points} points: {Values} values compared, the worst {WorstValue:F2} of its bound; left out {Undecided} where rounding decides a condition, {Unbounded} without a bound "
            + $"(overflow, ∞ − ∞, or too little known). {AllSlopes} slopes there: {Slopes} compared, the worst {WorstSlope:F2} of its bound; {UnboundedSlopes} infinite or without a bound.");
}
