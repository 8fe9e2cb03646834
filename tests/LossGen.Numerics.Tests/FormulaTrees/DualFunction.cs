namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>A smooth function of one number, with its first and second derivative.</summary>
/// <param name="Value">f</param>
/// <param name="Slope">f′</param>
/// <param name="Curvature">f″, through which an error of the argument affects the derivative.</param>
/// <param name="Edge">The boundary of its domain; null if it has none.</param>
/// <param name="Units">The units in the last place by which a computed value may be off, besides those that grow with the argument.</param>
/// <param name="Growth">The additional units for each unit of the argument: an exponential whose argument was rounded once.</param>
internal sealed record DualFunction(
    Func<double, double> Value, Func<double, double> Slope, Func<double, double> Curvature, double? Edge = null, double Units = DualFunction.FewUnits, double Growth = 0.0)
{
    private const double FewUnits = 4.0;

    private static readonly double Ln2 = Math.Log(2);

    private static readonly Dictionary<string, DualFunction> Table = new()
    {
        ["Sqrt"] = new(Math.Sqrt, static a => 0.5 / Math.Sqrt(a), static a => -0.25 / (a * Math.Sqrt(a)), Edge: 0),
        ["Exp"] = new(Math.Exp, Math.Exp, Math.Exp, Growth: 1),
        ["Exp2"] = new(double.Exp2, static a => Ln2 * double.Exp2(a), static a => Ln2 * Ln2 * double.Exp2(a), Growth: 1),
        ["ExpM1"] = new(ExpM1, Math.Exp, Math.Exp, Growth: 1),
        ["Log"] = new(Math.Log, static a => 1 / a, static a => -1 / (a * a), Edge: 0),
        ["Log2"] = new(Math.Log2, static a => 1 / (Ln2 * a), static a => -1 / (Ln2 * a * a), Edge: 0),
        ["LogP1"] = new(LogP1, static a => 1 / (1 + a), static a => -1 / ((1 + a) * (1 + a)), Edge: -1),
        ["Tanh"] = new(Math.Tanh, static a => 1 / (Math.Cosh(a) * Math.Cosh(a)), static a => 2 * Math.Tanh(a) / (Math.Cosh(a) * Math.Cosh(a))),
        ["Sin"] = new(Math.Sin, Math.Cos, static a => -Math.Sin(a)),
        ["Atan"] = new(Math.Atan, static a => 1 / (1 + (a * a)), static a => -2 * a / ((1 + (a * a)) * (1 + (a * a)))),
        ["Sinh"] = new(Math.Sinh, Math.Cosh, Math.Sinh, Growth: 1),
        ["Cosh"] = new(Math.Cosh, Math.Sinh, Math.Cosh, Growth: 1),
        ["Asinh"] = new(Math.Asinh, static a => 1 / Math.Sqrt(1 + (a * a)), static a => -a / ((1 + (a * a)) * Math.Sqrt(1 + (a * a)))),
        ["Acosh"] = new(Math.Acosh, static a => 1 / (Math.Sqrt(a - 1) * Math.Sqrt(a + 1)), static a => -a / ((a - 1) * (a + 1) * Math.Sqrt(a - 1) * Math.Sqrt(a + 1)), Edge: 1),
        ["Cbrt"] = new(Math.Cbrt, static a => 1 / (3 * Math.Cbrt(a) * Math.Cbrt(a)), static a => -2 / (9 * a * Math.Cbrt(a) * Math.Cbrt(a)), Edge: 0),
        ["Log10"] = new(Math.Log10, static a => 1 / (Math.Log(10) * a), static a => -1 / (Math.Log(10) * a * a), Edge: 0),
        ["Cos"] = new(Math.Cos, static a => -Math.Sin(a), static a => -Math.Cos(a)),
    };

    public static bool IsKnown(string symbol) => Table.ContainsKey(symbol);

    public static Dual Apply(string symbol, Dual argument, Precision precision) => Table[symbol].Of(argument, precision);

    /// <summary>aᶜ, where c is the same for all elements.</summary>
    public static Dual Power(Dual a, Dual exponent, Precision precision)
    {
        double c = exponent.Value;
        DualFunction power = new(x => Math.Pow(x, c), x => c * Math.Pow(x, c - 1), x => c * (c - 1) * Math.Pow(x, c - 2), Edge: 0, Units: FewUnits + Math.Abs(c));
        Dual result = power.Of(a, precision);
        if (Math.Abs(c) is 0.5 or 1.5 && (double.IsNegativeInfinity(a.Value) || (a.Value == 0 && double.IsNegative(a.Value))))
        {
            // By roots, which keep −0 and have no value at −∞; a power treats both as positive.
            return result with { Error = double.PositiveInfinity };
        }

        double fromExponent = exponent.Error + (precision.Unit * Math.Abs(c));
        return result with { Error = a.IsExact && result.IsExact ? 0.0 : result.Error + Math.Abs(result.Value * Math.Log(Math.Abs(a.Value)) * fromExponent) };
    }

    private Dual Of(Dual a, Precision precision)
    {
        double value = Value(a.Value);
        double slope = Slope(a.Value);
        bool isPole = a.IsExact && (!double.IsFinite(a.Value) || a.Value == Edge);
        if (!a.IsExact && (Edge is { } edge ? a.Error > 0.01 * Math.Abs(a.Value - edge) : a.Error > 0.1))
        {
            // Too little is known about the argument to say anything about a curve.
            return Dual.Of(precision, double.PositiveInfinity, 0.0, isExact: false, new Partial(a, slope, double.PositiveInfinity));
        }

        double units = Units + (Growth * Math.Min(Math.Abs(a.Value), 1000.0));
        bool isExact = (isPole && !double.IsFinite(value)) || (a.IsExact && IsExactRoot(a.Value, value, precision));
        double bend = a.IsExact ? 0.0 : Math.Abs(Curvature(a.Value)) * a.Error;
        return Dual.Of(precision, value, units, isExact, new Partial(a, slope, bend + (2 * units * precision.Unit * Math.Abs(slope)) + precision.Least));
    }

    private bool IsExactRoot(double a, double root, Precision precision) => this == Table["Sqrt"] && precision.Holds(root) && Math.FusedMultiplyAdd(root, root, -a) == 0;

    // From a plain logarithm: the quotient undoes the rounding of u = 1 + a.
    private static double LogP1(double a)
    {
        double u = 1.0 + a;
        return u == 1.0 ? a : double.IsPositiveInfinity(u) || u <= 0.0 || double.IsNaN(u) ? Math.Log(u) : Math.Log(u) * a / (u - 1.0);
    }

    // 2·sinh(a/2)·exp(a/2), where nothing cancels.
    private static double ExpM1(double a) => Math.Abs(a) > 1 ? Math.Exp(a) - 1 : 2 * Math.Sinh(0.5 * a) * Math.Exp(0.5 * a);
}
