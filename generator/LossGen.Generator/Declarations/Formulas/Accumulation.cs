using LossGen.Generator.Kernel;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>What a loop does to a variable that it carries: s + Σ_i f(i), max(s, max_i f(i)) or min(s, min_i f(i)).</summary>
/// <param name="Kind">How the term joins the variable.</param>
/// <param name="Term">f; null if the loop leaves the variable as it is.</param>
internal sealed record Accumulation(Accumulation.How Kind, Expr? Term)
{
    /// <summary>How a term joins what a loop carries.</summary>
    public enum How
    {
        Any,
        Added,
        Greatest,
        Least,
    }

    private static Accumulation Unchanged { get; } = new(How.Any, null);

    /// <summary>Reads one step of a loop, as an expression of what the variable was before it; null if it is no accumulation.</summary>
    public static Accumulation? Read(Expr step, Variable before)
    {
        Expr value = step.Unnamed();
        if (!value.Mentions(before))
        {
            return null;
        }

        return value switch
        {
            Variable => Unchanged,
            Apply { Op: Op.Add } sum => Join(How.Added, sum.Arguments[0], sum.Arguments[1], before) ?? Join(How.Added, sum.Arguments[1], sum.Arguments[0], before),
            Apply { Op: Op.Subtract } difference => Join(How.Added, difference.Arguments[0], -difference.Arguments[1], before),
            Apply { Op: Op.Maximum } greater => Join(How.Greatest, greater.Arguments[0], greater.Arguments[1], before) ?? Join(How.Greatest, greater.Arguments[1], greater.Arguments[0], before),
            Apply { Op: Op.Minimum } lesser => Join(How.Least, lesser.Arguments[0], lesser.Arguments[1], before) ?? Join(How.Least, lesser.Arguments[1], lesser.Arguments[0], before),
            Apply { Op: Op.Select } choice => Choose(choice, before),
            _ => null,
        };
    }

    /// <summary>What the variable stands for after the loop.</summary>
    /// <param name="initial">What it stood for before.</param>
    public Expr After(Expr initial) => Kind switch
    {
        How.Added => initial is Constant { Value.Value: 0 } ? OverClasses.Sum(Term!) : initial + OverClasses.Sum(Term!),
        How.Greatest => Joined(Op.Maximum, double.NegativeInfinity, initial, OverClasses.PropagatingMaximum(Term!)),
        _ => Joined(Op.Minimum, double.PositiveInfinity, initial, OverClasses.PropagatingMinimum(Term!)),
    };

    /// <summary>The same after a loop over the other class of pairs; only what is added up has a value.</summary>
    public Expr AfterPairs(Expr initial) => Kind != How.Added ? throw new InvalidOperationException("Only sums are over pairs.")
        : initial is Constant { Value.Value: 0 } ? OverClasses.SumOfPairs(Term!)
        : initial + OverClasses.SumOfPairs(Term!);

    /// <summary>The same for one step.</summary>
    public Expr Once(Expr initial) => Kind switch
    {
        How.Added => initial is Constant { Value.Value: 0 } ? Term! : initial + Term!,
        How.Greatest => Expr.Of(Op.Maximum, initial, Term!),
        _ => Expr.Of(Op.Minimum, initial, Term!),
    };

    private static Expr Joined(Op op, double identity, Expr initial, Expr all) => initial is not Constant { Value.Value: var value } ? Expr.Of(op, initial, all)
        : value == identity ? all
        : double.IsNaN(value) ? initial
        : Expr.Of(op, initial, all);

    private static Accumulation? Join(How kind, Expr carried, Expr term, Variable before)
    {
        if (term.Mentions(before) || Read(carried, before) is not { } earlier || (earlier.Kind != How.Any && earlier.Kind != kind))
        {
            return null;
        }

        return new Accumulation(kind, earlier.Term is null ? term : kind switch
        {
            How.Added => earlier.Term + term,
            How.Greatest => Expr.Of(Op.Maximum, earlier.Term, term),
            _ => Expr.Of(Op.Minimum, earlier.Term, term),
        });
    }

    // Where a side leaves the variable as it is, its term is the identity.
    private static Accumulation? Choose(Apply choice, Variable before)
    {
        (Expr condition, Expr whenTrue, Expr whenFalse) = (choice.Arguments[0], choice.Arguments[1], choice.Arguments[2]);
        if (condition.Mentions(before))
        {
            return Comparison(condition, whenTrue, whenFalse, before);
        }

        if (Read(whenTrue, before) is not { } first || Read(whenFalse, before) is not { } second || (first.Kind != How.Any && second.Kind != How.Any && first.Kind != second.Kind))
        {
            return null;
        }

        How kind = first.Kind == How.Any ? second.Kind : first.Kind;
        double identity = kind switch
        {
            How.Greatest => double.NegativeInfinity,
            How.Least => double.PositiveInfinity,
            _ => 0,
        };
        return kind == How.Any ? Unchanged : new Accumulation(kind, Expr.Select(condition, first.Term ?? before.Like(identity), second.Term ?? before.Like(identity)));
    }

    // if (f > s) { s = f; } is a maximum, if (f < s) { s = f; } a minimum.
    private static Accumulation? Comparison(Expr condition, Expr whenTrue, Expr whenFalse, Variable before) =>
        condition is Apply { Op: Op.LessThan or Op.LessThanOrEqual } less && whenFalse.Unnamed() == before && !whenTrue.Mentions(before)
            ? (less.Arguments[0].Unnamed() == before && less.Arguments[1].Unnamed() == whenTrue.Unnamed() ? new Accumulation(How.Greatest, whenTrue)
                : less.Arguments[1].Unnamed() == before && less.Arguments[0].Unnamed() == whenTrue.Unnamed() ? new Accumulation(How.Least, whenTrue)
                : null)
            : null;
}
