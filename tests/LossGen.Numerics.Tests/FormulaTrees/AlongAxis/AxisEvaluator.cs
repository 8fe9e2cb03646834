using System.Collections.Immutable;

namespace LossGen.Numerics.Tests.FormulaTrees.AlongAxis;

/// <summary>
/// Evaluates a formula along an axis at one location in dual numbers: each element's term in its few slots, then the reductions by the location's inputs. At a tie the first
/// element has the derivative.
/// </summary>
internal sealed class AxisEvaluator
{
    // What a logarithm of a sum of exponentials rounds besides its terms and their sum.
    private const double Roundings = 8.0;

    private readonly AxisLocation location;
    private readonly bool isWide;
    private readonly List<Dual> results = [];
    private bool isUndecided;

    private AxisEvaluator(AxisLocation location, bool isWide)
    {
        this.location = location;
        this.isWide = isWide;
    }

    private Precision Precision => Precision.Of(ValueType.Single, isWide);

    /// <summary>What the formula returns, by the location's inputs; null if a computed value may take another path.</summary>
    public static Dual[]? Evaluate(AxisFormula formula, AxisLocation location, bool isWide)
    {
        AxisEvaluator evaluator = new(location, isWide);
        foreach (AxisLoop loop in formula.Loops)
        {
            evaluator.Run(loop);
        }

        Dual[] returned = [.. formula.Results.Select(evaluator.Returned)];
        return evaluator.isUndecided ? null : returned;
    }

    private Dual Returned(Expression result)
    {
        FormulaEvaluator evaluator = new([], location.Slots(0, results), isWide);
        Dual value = evaluator.Of(result, ImmutableDictionary<string, Dual>.Empty);
        isUndecided |= evaluator.IsUndecided;
        return Sum(value.Value, value.Error, [(value, 0, 1, 0)]);
    }

    private void Run(AxisLoop loop)
    {
        List<(Dual Term, int Element, double Sign)>[] terms = [.. loop.Reductions.Select(static _ => new List<(Dual Term, int Element, double Sign)>())];
        for (int element = 0; element < location.Classes; element++)
        {
            FormulaEvaluator evaluator = new([], location.Slots(element, results), isWide);
            ImmutableDictionary<string, Dual> locals = ImmutableDictionary<string, Dual>.Empty;
            foreach ((Local local, Expression value) in loop.Locals)
            {
                locals = locals.SetItem(local.Name, evaluator.Of(value, locals));
            }

            for (int i = 0; i < terms.Length; i++)
            {
                Reduction reduction = loop.Reductions[i];
                bool counts = reduction.Condition is null || evaluator.Holds(reduction.Condition, locals);
                if ((counts ? reduction.Value : reduction.Otherwise) is { } term)
                {
                    terms[i].Add((evaluator.Of(term, locals), element, counts == (reduction.Kind != ReductionKind.Subtract) ? 1 : -1));
                }
            }

            isUndecided |= evaluator.IsUndecided;
        }

        results.AddRange([.. loop.Reductions.Select((reduction, i) => Reduced(reduction, terms[i]))]);
    }

    private Dual Reduced(Reduction reduction, List<(Dual Term, int Element, double Sign)> terms)
    {
        if (reduction.IsLogSumExp)
        {
            return LogSumExp(terms);
        }

        if (reduction.Kind is ReductionKind.Max or ReductionKind.Min)
        {
            return Extreme(terms, reduction.Kind == ReductionKind.Max ? 1 : -1, reduction.Start);
        }

        double value = reduction.Start + terms.Sum(static each => each.Sign * each.Term.Value);
        double magnitude = Math.Abs(reduction.Start) + terms.Sum(static each => Math.Abs(each.Term.Value));
        double error = terms.Sum(static each => each.Term.Error) + ((terms.Count + 1) * Precision.Unit * magnitude) + Precision.Least;
        return Sum(value, error, terms.Select(static each => (each.Term, each.Element, each.Sign, 0.0)));
    }

    private Dual Extreme(List<(Dual Term, int Element, double Sign)> terms, double sign, double start)
    {
        (Dual Term, int Element) best = (Dual.Constant(start, AxisSlots.Count), -1);
        foreach ((Dual term, int element, _) in terms)
        {
            // A tie with the start or between numbers that are not exact may go either way.
            bool isTie = term.Value == best.Term.Value && term.IsExact && best.Term.IsExact && best.Element >= 0;
            isUndecided |= !isTie && double.IsFinite(best.Term.Value) && Math.Abs(term.Value - best.Term.Value) <= term.Error + best.Term.Error;
            best = sign * (term.Value - best.Term.Value) > 0 ? (term, element) : best;
        }

        return Sum(best.Term.Value, best.Term.Error, [(best.Term, Math.Max(0, best.Element), 1, 0)]);
    }

    private Dual LogSumExp(List<(Dual Term, int Element, double Sign)> terms)
    {
        double max = terms.Max(static each => each.Term.Value);
        double sum = terms.Sum(each => Math.Exp(each.Term.Value - max));
        double value = max + Math.Log(sum);
        double greatest = terms.Max(static each => Math.Abs(each.Term.Value));
        double error = terms.Max(static each => each.Term.Error);
        double rounding = (Roundings + terms.Count + (2 * greatest)) * Precision.Unit;
        isUndecided |= !(error < 0.1);
        return Sum(value, error + rounding + (2 * Precision.Unit * Math.Abs(value)), terms.Select(each =>
            Math.Exp(each.Term.Value - max) / sum is var share ? (each.Term, each.Element, share, share * 2.2 * (rounding + each.Term.Error + error)) : default));
    }

    private Dual Sum(double value, double error, IEnumerable<(Dual Term, int Element, double Factor, double FactorError)> terms)
    {
        SlopeSum sum = new(location, results, Precision);
        foreach ((Dual term, int element, double factor, double factorError) in terms)
        {
            sum.Add(term, element, factor, factorError);
        }

        return new Dual(value, error, sum.Slopes());
    }
}
