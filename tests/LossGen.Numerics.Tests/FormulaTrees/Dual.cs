namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>
/// A dual number in float64 with a running error analysis: the value and its derivatives, and how far a computation in the given precision may be from them.
/// </summary>
/// <param name="Value">The value.</param>
/// <param name="Error">The most that a computed value differs; 0 if it is exact, infinite if nothing is known about it.</param>
/// <param name="Slopes">The derivative with respect to each input; null if the value, along the path taken, does not depend on it.</param>
/// <param name="Reach">The greatest product of partial derivatives along any part of the path here: beyond the type's greatest number it may overflow.</param>
internal sealed record Dual(double Value, double Error, Slope?[] Slopes, double Reach = 1.0)
{
    /// <summary>A constant of the formula.</summary>
    public static Dual Constant(double value, int inputs) => new(value, 0.0, new Slope?[inputs]);

    /// <summary>An input, exact.</summary>
    public static Dual Input(double value, int index, int inputs)
    {
        var slopes = new Slope?[inputs];
        slopes[index] = new Slope(1.0, 1.0, 0.0, 1.0);
        return new Dual(value, 0.0, slopes);
    }

    /// <summary>Whether the value is known to the last bit.</summary>
    public bool IsExact => Error == 0.0;

    /// <summary>The same number, its derivatives multiplied and added up once more, in the given precision.</summary>
    public Dual Kept(Precision precision) => this with { Slopes = [.. Slopes.Select(slope => slope?.Rounded(precision))] };

    /// <summary>f(u₁, u₂, …), from its value, the number of roundings in that, and its partial derivatives.</summary>
    public static Dual Of(Precision precision, double value, double roundings, bool isExact, params Partial[] partials)
    {
        double error = partials.Sum(static partial => partial.Argument.IsExact ? 0.0 : (Math.Abs(partial.Value) + (0.5 * partial.Error)) * partial.Argument.Error)
            + (isExact ? 0.0 : (roundings * precision.Unit * Math.Abs(value)) + precision.Least);
        if (double.IsNaN(value))
        {
            error = partials.All(static partial => double.IsFinite(partial.Argument.Error)) ? 0.0 : double.PositiveInfinity;
        }
        else if (Math.Abs(value) > precision.Greatest)
        {
            // At a pole, or for an infinite argument, it is infinite in any precision; otherwise it overflows.
            error = isExact && double.IsInfinity(value) && partials.All(static partial => double.IsFinite(partial.Argument.Error)) ? 0.0 : double.PositiveInfinity;
        }

        double reach = partials.Select(static partial => Math.Abs(partial.Value) * Math.Max(1.0, partial.Argument.Reach)).Append(1.0).Max();
        int inputs = partials[0].Argument.Slopes.Length;
        var slopes = new Slope?[inputs];
        for (int input = 0; input < inputs; input++)
        {
            if (Array.TrueForAll(partials, partial => partial.Argument.Slopes[input] is null))
            {
                continue;
            }

            slopes[input] = Slope.Sum(precision, [.. partials
                .Where(partial => partial.Argument.Slopes[input] is not null)
                .Select(partial => (partial, partial.Argument.Slopes[input]!))], reach);
        }

        return new Dual(value, double.IsNaN(error) ? double.PositiveInfinity : error, slopes, reach);
    }
}

/// <summary>∂f/∂u at an argument u, and the most that a computed value differs from it.</summary>
internal readonly record struct Partial(Dual Argument, double Value, double Error);

/// <summary>A derivative with respect to one input.</summary>
/// <param name="Value">The derivative: the sum, over all paths from the input, of the products of partial derivatives along them.</param>
/// <param name="Magnitude">The same sum of magnitudes, which no order of evaluation exceeds.</param>
/// <param name="Error">The most that a computed derivative differs, whatever the order of evaluation.</param>
/// <param name="Greatest">The greatest magnitude on the path here, by which an underflow may have been multiplied.</param>
internal sealed record Slope(double Value, double Magnitude, double Error, double Greatest)
{
    // A product and a sum for each path, which reverse mode may split once more; then the scale of the loss.
    private const double Roundings = 6.0;

    public Slope Rounded(Precision precision) =>
        this with { Error = Magnitude <= precision.Greatest ? Error + (Roundings * precision.Unit * Magnitude) + (precision.Least * Greatest) : double.PositiveInfinity };

    public static Slope? Sum(Precision precision, (Partial Partial, Slope Slope)[] terms, double reach)
    {
        if (terms.Length == 0)
        {
            return null;
        }

        double value = 0.0, magnitude = 0.0, error = 0.0, greatest = 1.0;
        foreach ((Partial partial, Slope slope) in terms)
        {
            double size = Math.Abs(partial.Value);
            value += partial.Value * slope.Value;
            magnitude += size * slope.Magnitude;
            error += ((size + partial.Error) * slope.Error) + ((partial.Error + (Roundings * precision.Unit * size)) * slope.Magnitude)
                + (precision.Least * slope.Greatest);
            greatest = Math.Max(greatest, slope.Greatest);
        }

        bool isKnown = double.IsFinite(error) && double.IsFinite(value) && reach <= precision.Greatest && magnitude <= precision.Greatest;
        return new Slope(value, magnitude, isKnown ? error : double.PositiveInfinity, Math.Max(greatest, magnitude));
    }
}
