using System.Collections.Immutable;
using LossGen.Numerics.Tests.Custom.AlongAxis;

namespace LossGen.Numerics.Tests.FormulaTrees.AlongAxis;

/// <summary>What a trial's value and gradients are, and how far computed ones may be from them.</summary>
/// <param name="Value">The value, with its error; infinite if nothing is known about it.</param>
/// <param name="Slopes">For each location, the slopes by its inputs; null if nothing is known about them.</param>
internal sealed record AxisExpectation(Dual Value, Slope?[]?[] Slopes)
{
    // The value and the scale of the gradients are computed in float64 and rounded.
    private const double Roundings = 6.0;

    private static readonly Dual Unknown = new(double.NaN, double.PositiveInfinity, []);

    public static AxisExpectation Of(AxisTrial trial, bool isWide)
    {
        AxisSource source = AxisFormulaText.Source(trial.Formula, "Loss");
        (double[][] inputs, int[][] labels, double[][] weights) = (trial.Inputs(), trial.Labels(), trial.Weights());
        AxisLocation[] locations = [.. Enumerable.Range(0, trial.Shape.Locations).Select(Location)];
        Dual[]?[] returned = [.. locations.Select(location => AxisEvaluator.Evaluate(trial.Formula, location, isWide))];
        Dual[]? sums = returned.All(static each => each is not null && Array.TrueForAll(each, static dual => double.IsFinite(dual.Value) && double.IsFinite(dual.Error)))
            ? [.. Enumerable.Range(0, trial.Formula.Results.Count).Select(k => SumOf(returned.Select(each => each![k]), k))]
            : null;
        Dual? total = trial.Formula.Total is null ? null : sums is null ? Unknown : TotalOf(trial, sums);
        Precision precision = Precision.Of(ValueType.Single, isWide);
        Dual value = total ?? (sums is null ? Unknown : sums[0] with { Value = sums[0].Value / locations.Length, Error = sums[0].Error / locations.Length });
        return new AxisExpectation(
            value with { Error = value.Error + (Roundings * precision.Unit * Math.Abs(value.Value)) },
            [.. returned.Zip(locations, (each, location) => each is null || total == Unknown ? null : Combined(each, total, location.Inputs, locations.Length, precision))]);

        AxisLocation Location(int location)
        {
            double[][] spans = [.. Enumerable.Range(0, trial.Formula.Spans)
                .Select(span => Enumerable.Range(0, trial.Shape.Classes).Select(c => inputs[span][trial.Shape.Position(source.Inputs[span], location, c)]).ToArray())];
            return new AxisLocation(
                spans,
                labels.Length == 0 ? 0 : labels[0][location],
                trial.Formula.HasNumber ? inputs[^1][location] : 0,
                weights.Length == 0 ? new double[trial.Shape.Classes] : weights[0]);
        }

        Dual SumOf(IEnumerable<Dual> terms, int k) => Dual.Input(terms.Sum(static term => term.Value), k, trial.Formula.Results.Count + 1) with
        {
            Error = terms.Sum(static term => term.Error) + (locations.Length * Precision.Double.Unit * terms.Sum(static term => Math.Abs(term.Value))),
        };
    }

    private static Dual TotalOf(AxisTrial trial, Dual[] sums)
    {
        FormulaEvaluator evaluator = new([], [.. sums, Dual.Constant(trial.Shape.Locations, sums.Length + 1)], isWide: true);
        Dual total = evaluator.Of(trial.Formula.Total!, ImmutableDictionary<string, Dual>.Empty);
        return evaluator.IsUndecided ? Unknown : total;
    }

    // The slopes of the mean, or of the total, by the inputs of a location.
    private static Slope?[] Combined(Dual[] returned, Dual? total, int inputs, int locations, Precision precision)
    {
        double share = 1.0 / locations;
        Slope?[] factors = total?.Slopes ?? [new Slope(share, share, precision.Unit * share, 1)];
        var slopes = new Slope?[inputs];
        for (int input = 0; input < inputs; input++)
        {
            for (int k = 0; k < returned.Length; k++)
            {
                if (factors[k] is { } factor && returned[k].Slopes[input] is { } slope)
                {
                    slopes[input] = SlopeSum.Sum(slopes[input], SlopeSum.Product(factor, slope, precision));
                }
            }
        }

        return slopes;
    }
}
