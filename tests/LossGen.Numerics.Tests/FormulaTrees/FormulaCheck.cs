using System.Globalization;

namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>Compares the results of a compiled formula with dual numbers, within the errors that these account for.</summary>
internal static class FormulaCheck
{
    // After the value: a sum of elements in float64, rounded to the element type, and a division.
    private const double SumRoundings = 4.0;

    // A bound wider than this fraction of the bounded number says too little to count as a comparison.
    private const double WidestBound = 0.01;

    /// <summary>The first difference, or null, and the number of comparisons.</summary>
    public static (string? Failure, FormulaTally Tally) Compare(Formula formula, double[][] points, FormulaResult actual)
    {
        FormulaTally tally = FormulaTally.None;
        string? failure = null;
        for (int i = 0; i < points.Length && failure is null; i++)
        {
            int index = i;
            (failure, FormulaTally ofPoint) = Compare(formula, points[i], actual.Values[i], [.. actual.Gradients.Select(gradient => gradient[index])], actual.Plain[i]);
            tally += ofPoint;
        }

        return (failure, tally);
    }

    private static (string? Failure, FormulaTally Tally) Compare(Formula formula, double[] point, double value, double[] gradients, double? plain)
    {
        Dual? expected = FormulaEvaluator.Evaluate(formula, point, isWide: false);
        Dual? reference = FormulaEvaluator.Evaluate(formula, point, isWide: true);
        if (expected is null || reference is null || plain is null)
        {
            return (null, FormulaTally.None with { Undecided = 1 });
        }

        // .NET computes log(1 + x) and exp(x) − 1 as written here.
        if (!formula.HasFunctionsThatCancel && Distance(reference.Value, plain.Value) > reference.Error && double.IsFinite(reference.Error))
        {
            return (Message("the method itself, in float64", plain.Value, reference.Value, reference.Error), FormulaTally.None);
        }

        Precision precision = Precision.Of(formula.Type, isWide: false);
        double bound = expected.Error + reference.Error + (double.IsFinite(expected.Value) ? SumRoundings * precision.Unit * Math.Abs(expected.Value) : 0);
        bool isSumInRange = !double.IsFinite(expected.Value) || Math.Abs(expected.Value) <= precision.Greatest / Points.Count / 2;
        if (!isSumInRange || !IsMeaningful(bound, expected.Value))
        {
            return (null, FormulaTally.None with { Unbounded = 1 });
        }

        FormulaTally tally = FormulaTally.None with { Values = 1, WorstValue = Ratio(expected.Value, value, bound) };
        if (tally.WorstValue > 1)
        {
            return (Message("value", value, expected.Value, bound), tally);
        }

        for (int input = 0; input < gradients.Length; input++)
        {
            Slope slope = expected.Slopes[input] ?? new Slope(0, 0, 0, 0);
            double slopeBound = slope.Error + (reference.Slopes[input]?.Error ?? 0);
            if (!double.IsFinite(expected.Value) || !IsMeaningful(slopeBound, slope.Magnitude))
            {
                tally += FormulaTally.None with { UnboundedSlopes = 1 };
                continue;
            }

            tally += FormulaTally.None with { Slopes = 1, WorstSlope = Ratio(slope.Value, gradients[input], slopeBound) };
            if (tally.WorstSlope > 1)
            {
                return (Message(FormattableString.Invariant($"slope by x{input}"), gradients[input], slope.Value, slopeBound), tally);
            }
        }

        return (null, tally);

        string Message(string what, double found, double due, double within) => string.Create(
            CultureInfo.InvariantCulture,
            $"{what} {found:R}, expected {due:R} ± {within:G3}, at ({string.Join(", ", point.Select(static x => x.ToString("R", CultureInfo.InvariantCulture)))}) with scalars ({string.Join(", ", formula.Scalars.Select(static s => s.Value))})");
    }

    // For NaN and ∞ the bound says whether they are known at all.
    private static bool IsMeaningful(double bound, double magnitude) =>
        double.IsFinite(magnitude) ? bound <= WidestBound * Math.Abs(magnitude) : double.IsFinite(bound);

    // NaN must be NaN, ∞ must be ∞ of the same sign, and a number must be within the bound.
    private static double Ratio(double expected, double actual, double bound) =>
        Distance(expected, actual) is var distance && distance == 0 ? 0 : bound == 0 ? double.PositiveInfinity : distance / bound;

    private static double Distance(double expected, double actual) =>
        expected.Equals(actual) ? 0 : double.IsFinite(expected) && double.IsFinite(actual) ? Math.Abs(expected - actual) : double.PositiveInfinity;
}
