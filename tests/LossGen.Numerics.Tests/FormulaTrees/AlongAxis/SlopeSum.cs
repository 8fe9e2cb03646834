namespace LossGen.Numerics.Tests.FormulaTrees.AlongAxis;

/// <summary>The slopes of a sum of terms, each in the slots of an element, by the inputs of a location; with the errors of every product and of the sum.</summary>
/// <param name="location">The location.</param>
/// <param name="results">The reductions that the terms may use, with their own slopes.</param>
/// <param name="precision">The precision in which the sum is computed.</param>
internal sealed class SlopeSum(AxisLocation location, IReadOnlyList<Dual> results, Precision precision)
{
    // As in a chain of duals: a product and a sum, which reverse mode may split once more.
    private const double Roundings = 6.0;

    private readonly Slope?[] direct = new Slope?[location.Inputs];
    private readonly Slope?[] through = new Slope?[results.Count];
    private int terms;

    /// <summary>Adds a term, multiplied by a factor that is known up to an error.</summary>
    public void Add(Dual term, int element, double factor, double factorError)
    {
        terms++;
        for (int slot = 0; slot < term.Slopes.Length; slot++)
        {
            if (term.Slopes[slot] is { } slope)
            {
                Slope part = Product(new Slope(factor, Math.Abs(factor), factorError, Math.Max(1, Math.Abs(factor))), slope, precision);
                if (slot >= AxisSlots.Results)
                {
                    through[slot - AxisSlots.Results] = Sum(through[slot - AxisSlots.Results], part);
                }
                else
                {
                    int input = location.InputOf(slot, element);
                    direct[input] = Sum(direct[input], part);
                }
            }
        }
    }

    /// <summary>The slopes by the inputs.</summary>
    public Slope?[] Slopes()
    {
        var slopes = new Slope?[location.Inputs];
        for (int input = 0; input < slopes.Length; input++)
        {
            Slope? sum = direct[input];
            for (int result = 0; result < through.Length; result++)
            {
                if (through[result] is { } outer && results[result].Slopes[input] is { } inner)
                {
                    sum = Sum(sum, Product(outer, inner, precision));
                }
            }

            slopes[input] = sum is null ? null : sum with { Error = sum.Error + (terms * precision.Unit * sum.Magnitude) };
        }

        return slopes;
    }

    /// <summary>The product of two slopes.</summary>
    public static Slope Product(Slope outer, Slope inner, Precision precision) => new(
        outer.Value * inner.Value,
        outer.Magnitude * inner.Magnitude,
        (outer.Magnitude * inner.Error) + (outer.Error * (inner.Magnitude + inner.Error)) + (Roundings * precision.Unit * outer.Magnitude * inner.Magnitude)
            + (precision.Least * Math.Max(outer.Greatest, inner.Greatest)),
        Math.Max(1, outer.Greatest * inner.Greatest));

    /// <summary>The sum of two slopes.</summary>
    public static Slope Sum(Slope? a, Slope b) =>
        a is null ? b : new Slope(a.Value + b.Value, a.Magnitude + b.Magnitude, a.Error + b.Error, Math.Max(a.Greatest, b.Greatest));
}
