namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>Arithmetic with dual numbers.</summary>
internal static class DualArithmetic
{
    private const double PartialRoundings = 3.0;

    public static Dual Negate(Dual a, Precision precision) => Dual.Of(precision, -a.Value, 0, isExact: true, new Partial(a, -1, 0));

    /// <summary>The number in another precision.</summary>
    public static Dual Rounded(Dual a, Precision precision) =>
        Dual.Of(precision, a.Value, 1, isExact: double.IsNaN(a.Value) || precision.Holds(a.Value), new Partial(a, 1, 0));

    public static Dual Binary(string symbol, Dual a, Dual b, Precision precision)
    {
        Dual result = symbol switch
        {
            "+" => Dual.Of(precision, a.Value + b.Value, 1, IsExactSum(a, b.Value, precision), new Partial(a, 1, 0), new Partial(b, 1, 0)),
            "-" => Dual.Of(precision, a.Value - b.Value, 1, IsExactSum(a, -b.Value, precision), new Partial(a, 1, 0), new Partial(b, -1, 0)),
            "*" => Product(a, b, precision),
            "/" => Quotient(a, b, precision),
            _ => throw new ArgumentException(symbol, nameof(symbol)),
        };
        return Determined(result, a, b);
    }

    public static Dual FusedMultiplyAdd(Dual a, Dual b, Dual c, Precision precision)
    {
        Dual product = Determined(Product(a, b, precision), a, b);
        return Determined(Dual.Of(precision, Math.FusedMultiplyAdd(a.Value, b.Value, c.Value), 1, isExact: false, new Partial(product, 1, 0), new Partial(c, 1, 0)), product, c);
    }

    // A NaN that comes from an infinite operand (∞ − ∞, 0·∞) need not be NaN in a form of the formula that does not overflow.
    private static Dual Determined(Dual result, Dual a, Dual b) =>
        double.IsNaN(result.Value) && !double.IsNaN(a.Value) && !double.IsNaN(b.Value) && (double.IsInfinity(a.Value) || double.IsInfinity(b.Value))
            ? result with { Error = double.PositiveInfinity }
            : result;

    private static Dual Product(Dual a, Dual b, Precision precision)
    {
        if ((double.IsInfinity(b.Value) && MayBeZero(a)) || (double.IsInfinity(a.Value) && MayBeZero(b)))
        {
            return Unknown(a, b, precision);
        }

        double value = a.Value * b.Value;
        bool isExact = IsInfinite(a, b) || value == 0 ? IsZero(a) || IsZero(b) || IsInfinite(a, b) : precision.Holds(value) && Math.FusedMultiplyAdd(a.Value, b.Value, -value) == 0;
        return Dual.Of(precision, value, 1, isExact, new Partial(a, b.Value, b.Error), new Partial(b, a.Value, a.Error));
    }

    private static Dual Quotient(Dual a, Dual b, Precision precision)
    {
        double value = a.Value / b.Value;
        if ((!b.IsExact && b.Error > 0.01 * Math.Abs(b.Value)) || (b.Value == 0 && MayBeZero(a)))
        {
            return Unknown(a, b, precision);
        }

        double inverse = 1 / b.Value, share = -value / b.Value;
        double relative = b.IsExact ? 0.0 : b.Error / Math.Abs(b.Value);
        double rounding = PartialRoundings * precision.Unit;
        bool isExact = IsInfinite(a, b) || b.Value == 0 || IsZero(a)
            || (precision.Holds(value) && value != 0 && Math.FusedMultiplyAdd(value, b.Value, -a.Value) == 0);
        return Dual.Of(
            precision,
            value,
            1,
            isExact,
            new Partial(a, inverse, (Math.Abs(inverse) * (rounding + (1.1 * relative))) + precision.Least),
            new Partial(b, share, (Math.Abs(share) * (rounding + (2.2 * relative))) + (Math.Abs(inverse * inverse) * a.Error) + precision.Least));
    }

    private static Dual Unknown(Dual a, Dual b, Precision precision) =>
        Dual.Of(precision, double.PositiveInfinity, 1, isExact: false, new Partial(a, double.NaN, 0), new Partial(b, double.NaN, 0));

    // A computed number may have underflowed, so that 0/0 or 0·∞ is NaN where the exact quotient or product is infinite.
    private static bool MayBeZero(Dual a) => !a.IsExact && a.Error >= Math.Abs(a.Value);

    private static bool IsZero(Dual a) => a.IsExact && a.Value == 0;

    private static bool IsInfinite(Dual a, Dual b) => double.IsInfinity(a.Value) || double.IsInfinity(b.Value);

    private static bool IsExactSum(Dual a, double b, Precision precision)
    {
        double sum = a.Value + b;
        double partOfB = sum - a.Value;
        return double.IsInfinity(a.Value) || double.IsInfinity(b) || (precision.Holds(sum) && a.Value - (sum - partOfB) + (b - partOfB) == 0);
    }
}
