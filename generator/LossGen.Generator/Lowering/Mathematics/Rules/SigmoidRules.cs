using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Rules.Matching;
using static LossGen.Generator.Kernel.Expr;
using static LossGen.Generator.Lowering.Mathematics.Rules.Matching.Wildcards;

namespace LossGen.Generator.Lowering.Mathematics.Rules;

/// <summary>Probabilities made of exponentials, and their logarithms, which are smooth although their pieces are not.</summary>
internal static class SigmoidRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new Rewrite(ExpM1(X) / (One + Exp(X)), Tanh(0.5 * X)) { Gains = [[800]] },
        new Rewrite((ExpM1(X) - ExpM1(-X)) / (Exp(X) + Exp(-X)), Tanh(X)) { Gains = [[800], [-800]] },
        new Rewrite(Exp(X) / (One + Exp(X)), Sigmoid(X)) { Gains = [[800]] },
        new Rewrite(Exp(X) / (Exp(X) + Exp(Y)), Sigmoid(X - Y)) { Gains = [[800, 799]] },
        new Rewrite(One / (One + Exp(X)), Sigmoid(-X)) { Gains = [[705]] },
        new Rewrite(Exp(X) * Sigmoid(-X), Sigmoid(X)) { Gains = [[800]] },
        new Rewrite(Of(Op.Log1MExp, -Softplus(X)), -Softplus(-X)) { Gains = [[-800]] },
        new Rewrite(ExpM1(-Softplus(X)), -Sigmoid(X)) { Purpose = "one exponential rather than two and a logarithm" },
        new Rewrite(ExpM1(Softplus(X)), Exp(X)) { Purpose = "one exponential rather than two and a logarithm" },
        new Rewrite(Exp(Softplus(X)), One + Exp(X)) { Purpose = "one exponential rather than two and a logarithm" },
        new Rewrite(Exp(X) / Y, "exp(x − log y), y a sum of exponentials with exp(x)", static (match, _) => Share(match[X], match[Y])) { Examples = [Exp(X) / (Exp(X) + Exp(Y) + One)], Gains = [[800, 799]] },
        new Rewrite(One - Sigmoid(X), Sigmoid(-X)) { Examples = [One - Sigmoid(X), Sigmoid(X) - Square(Sigmoid(X)), (2.0 * Y) - (2.0 * (Y * Sigmoid(X)))], Gains = [[40]] },
        new Rewrite(Sigmoid(X) - Sigmoid(-X), Tanh(0.5 * X)) { Gains = [[1e-10]] },
        new Rewrite((2.0 * Sigmoid(X)) - One, Tanh(0.5 * X)) { Gains = [[1e-10]] },
        new Rewrite(One - (Sigmoid(X) * Sigmoid(Y)), Sigmoid(-X) + (Sigmoid(X) * Sigmoid(-Y))) { Gains = [[40, 41]] },
        new Rewrite(Softplus(X) - Softplus(-X), X) { IsForTermsAsWritten = true, Gains = [[1e-10]] },

        // For a label of 0 or 1, only one of the terms is left.
        new Rewrite(Sigmoid(X) - Y, ((One - Y) * Sigmoid(X)) - (Y * Sigmoid(-X))) { Condition = static match => match[Y].Unnamed() is Load or Variable, Gains = [[40, 1]] },
        new Rewrite(Y - Sigmoid(X), (Y * Sigmoid(-X)) - ((One - Y) * Sigmoid(X))) { Condition = static match => match[Y].Unnamed() is Load or Variable, Gains = [[40, 1]] },
        new Rewrite(One - Square(Tanh(X)), 4.0 * (Sigmoid(2.0 * X) * Sigmoid(-2.0 * X))) { Gains = [[30]] },
        new Rewrite(One - (4.0 * (Sigmoid(X) * Sigmoid(-X))), Square(Tanh(0.5 * X))) { Gains = [[1e-6]] },
        new Rewrite(One + Tanh(X), 2.0 * Sigmoid(2.0 * X)) { Gains = [[-20]] },
        new Rewrite(One - Tanh(X), 2.0 * Sigmoid(-2.0 * X)) { Gains = [[20]] },
        new Rewrite(One + Of(Op.LogCoshSlope, X), "2·sigmoid(2·x), tanh being the slope of log cosh", static (match, _) => 2.0 * Sigmoid(2.0 * match[X])) { Gains = [[-20]] },
        new Rewrite(One - Of(Op.LogCoshSlope, X), "2·sigmoid(−2·x), tanh being the slope of log cosh", static (match, _) => 2.0 * Sigmoid(-2.0 * match[X])) { Gains = [[20]] },

        new Rewrite(X + Absolute(X), 2.0 * Maximum(X, Zero)) { Purpose = "other rules know it" },

        // The maximum and its correction each have a kink; together they are smooth.
        new Rewrite(Maximum(X, Y) + Softplus(-Absolute(X - Y)), LogAddExp(X, Y)) { Purpose = "the slope at x = y" },
        new Rewrite(-Minimum(X, Y) + Softplus(-Absolute(X - Y)), LogAddExp(-X, -Y)) { Purpose = "the slope at x = y" },
        new Rewrite(Of(Op.Select, X, Y, Zero) + Softplus(-Absolute(Y)), Softplus(Y))
        {
            Condition = static match => IsSignOf(match[X], match[Y]),
            Examples = [Of(Op.Select, Of(Op.LessThan, Zero, Y), Y, Zero) + Softplus(-Absolute(Y))],
            Purpose = "the slope at y = 0",
        },
        new Rewrite(X + LogAddExp(X, -X), Softplus(2.0 * X)) { Gains = [[-30]] },
        new Rewrite(Softplus(X) + Softplus(-X) - C, 2.0 * LogCosh(0.5 * X)) { Condition = static match => IsLog(match[C], 4), Examples = [Softplus(X) + Softplus(-X) - Log(Number(4)), (0.5 * Softplus(X)) + (0.5 * Softplus(-X)) - Number(Math.Log(2))], Gains = [[1e-4]] },
        new Rewrite(X + Softplus(-2.0 * X) - C, LogCosh(X)) { Condition = static match => IsLog(match[C], 2), Examples = [X + Softplus(-2.0 * X) - Log(Number(2))], Gains = [[1e-4]] },
        new Rewrite(LogAddExp(X, Y) - C, (0.5 * (X + Y)) + LogCosh(0.5 * (X - Y))) { Condition = static match => IsLog(match[C], 2), Examples = [LogAddExp(X, Y) - Number(Math.Log(2))], Gains = [[1e-8, -1e-8]] },
        new SumRule("m + logAddExp(x − m, y − m) → logAddExp(x, y), logAddExp(x, y) − x → logAddExp(0, y − x)", NodeSet.Of(Op.LogAddExp), Unshifted) { Examples = [Z + LogAddExp(X - Z, Y - Z), LogAddExp(X, Y) - X, LogAddExp(LogAddExp(X, Y), Z) - Y], Purpose = "no slope passes through m, be it a maximum" },
        new SumRule("m + softplus(x − m) − … → logAddExp(m, x)", NodeSet.Of(Op.Softplus), UnshiftedSoftplus) { Examples = [Y + Softplus(X - Y)], Purpose = "no slope passes through m, be it a maximum" },
        new SumRule("l·softplus(−x) + a·x → a·softplus(x) + (l − a)·softplus(−x)", NodeSet.Of(Op.Softplus), Weighed)
        {
            Examples = [Softplus(X) - (Y * X), ((One - Y) * X) + Softplus(-X), Softplus(X) - X, Softplus(X - Y) - (2.0 * Z * (X - Y)), ((One - Y) * X) + ((One + ((Z - One) * Y)) * Softplus(-X))],
            Gains = [[30, 1]],
        },
    ];

    // y > 0 or y ≥ 0.
    private static bool IsSignOf(Expr condition, Expr y) => condition.Unnamed() is Apply { Op: Op.LessThan or Op.LessThanOrEqual } comparison
        && comparison.Arguments[0].Unnamed() is Constant { Value.Value: 0 } && Canonical.AreSame(comparison.Arguments[1], y);

    // Computed by the formula, or written to the last digit.
    private static bool IsLog(Expr expr, double argument) => expr.Unnamed() switch
    {
        Constant { Value.Value: var value, Type.Scalar: ScalarType.Single } => (float)value == (float)Math.Log(argument),
        Constant { Value.Value: var value } => value == Math.Log(argument),
        Apply { Op: Op.Log } log => log.Arguments[0].Unnamed() is Constant { Value.Value: var of } && of == argument,
        Apply { Op: Op.Multiply } multiple => multiple.Arguments[0].Unnamed() is Constant { Value.Value: 2.0 } && IsLog(multiple.Arguments[1], Math.Sqrt(argument)),
        _ => false,
    };

    private static Expr? Share(Expr x, Expr sum)
    {
        IReadOnlyList<Term> terms = Terms.Of(sum.Unnamed());
        return terms.Count > 2 && terms.Any(term => term.Coefficient == 1 && term.Rest?.Unnamed() is Apply { Op: Op.Exp } exponential && Canonical.AreSame(exponential.Arguments[0], x))
            && LogarithmRules.OfExponentials(sum, x.Type) is { } logarithm
            ? Exp(x - logarithm)
            : null;
    }

    private static Expr? Unshifted(IReadOnlyList<Term> terms, IrType type)
    {
        for (int i = 0; i < terms.Count; i++)
        {
            if (terms[i] is { Coefficient: 1 or -1, Rest: { } sum } && sum.Unnamed() is Apply { Op: Op.LogAddExp })
            {
                for (int j = 0; j < terms.Count; j++)
                {
                    if (j != i && terms[j].Rest is { } shift && (terms[j].Coefficient == terms[i].Coefficient ? Plus(sum, shift, type) : terms[j].Coefficient == -terms[i].Coefficient ? Less(sum, shift, type) : null) is { } whole)
                    {
                        List<Term> better = [.. terms];
                        better[Math.Min(i, j)] = new Term(terms[i].Coefficient, whole);
                        better.RemoveAt(Math.Max(i, j));
                        return Terms.ToExpr(better, type);
                    }
                }
            }
        }

        return null;
    }

    // The sum of the two; null if the shift would not vanish from every exponent.
    private static Expr? Plus(Expr exponent, Expr shift, IrType type)
    {
        if (exponent.Unnamed() is Apply { Op: Op.LogAddExp } sum)
        {
            return Plus(sum.Arguments[0], shift, type) is { } left && Plus(sum.Arguments[1], shift, type) is { } right ? LogAddExp(left, right) : null;
        }

        List<Term> terms = [.. Terms.Of(exponent.Unnamed())];
        int index = terms.FindIndex(term => term is { Coefficient: -1, Rest: { } rest } && Canonical.AreSame(rest, shift));
        if (index < 0)
        {
            return null;
        }

        terms.RemoveAt(index);
        return terms.Count == 0 ? exponent.Like(0) : Terms.ToExpr(terms, type);
    }

    // The difference of the two; null if the shift is not one of the exponents, which it then turns into a 0.
    private static Expr? Less(Expr sum, Expr shift, IrType type)
    {
        return IsExponent(sum) ? Shifted(sum) : null;

        bool IsExponent(Expr part) => part.Unnamed() is Apply { Op: Op.LogAddExp } inner ? inner.Arguments.Any(IsExponent) : Canonical.AreSame(part, shift);

        Expr Shifted(Expr part) => part.Unnamed() is Apply { Op: Op.LogAddExp } inner ? LogAddExp(Shifted(inner.Arguments[0]), Shifted(inner.Arguments[1]))
            : Canonical.AreSame(part, shift) ? part.Like(0)
            : Terms.ToExpr([.. Terms.Of(part.Unnamed()), new Term(-1, shift)], type);
    }

    // log(exp(0) + exp(x)) was recognised with its first exponent as 0: m + softplus(x − m).
    private static Expr? UnshiftedSoftplus(IReadOnlyList<Term> terms, IrType type)
    {
        for (int i = 0; i < terms.Count; i++)
        {
            if (terms[i] is { Coefficient: 1 or -1, Rest: { } rest } && rest.Unnamed() is Apply { Op: Op.Softplus } softplus && Terms.Of(softplus.Arguments[0].Unnamed()).Count > 1)
            {
                for (int j = 0; j < terms.Count; j++)
                {
                    if (j != i && terms[j].Coefficient == terms[i].Coefficient && terms[j].Rest is { } shift && Plus(softplus.Arguments[0], shift, type) is { } exponent)
                    {
                        List<Term> better = [.. terms];
                        better[Math.Min(i, j)] = new Term(terms[i].Coefficient, LogAddExp(shift, exponent));
                        better.RemoveAt(Math.Max(i, j));
                        return Terms.ToExpr(better, type);
                    }
                }
            }
        }

        return null;
    }

    // Since softplus(x) − softplus(−x) = x. Neither softplus is negative, so nothing cancels: for a label of 0 or 1, only one of them is left.
    private static Expr? Weighed(IReadOnlyList<Term> terms, IrType type)
    {
        for (int i = 0; i < terms.Count; i++)
        {
            if (SoftplusIn(terms[i]) is not var (argument, weight))
            {
                continue;
            }

            List<int> linear = [];
            Polynomial factor = Polynomial.Zero;
            for (int j = 0; j < terms.Count; j++)
            {
                if (j != i && MultipleOf(argument, terms[j]) is { } multiple && Math.Sign(multiple.Coefficient) == -Math.Sign(terms[i].Coefficient))
                {
                    linear.Add(j);
                    factor = factor.Plus(Polynomial.Of(multiple.ToExpr(type)).Times(-1));
                }
            }

            if (linear.Count > 0 && (factor.Value is not { } constant || weight.Value is not { } whole || Math.Abs(constant) <= Math.Abs(whole)))
            {
                Expr other = Softplus(Negation.Of(argument));
                Polynomial rest = weight.Plus(factor.Times(-1));
                Expr weighed = factor.Value is 1 ? other : factor.ToExpr(type) * other;
                weighed = rest.Value is 0 ? weighed : weighed + (rest.ToExpr(type) * Softplus(argument));
                List<Term> better = [.. terms.Where((_, index) => index != i && !linear.Contains(index)), new Term(1, weighed)];
                return Terms.ToExpr(better, type);
            }
        }

        return null;

        (Expr Argument, Polynomial Weight)? SoftplusIn(Term term)
        {
            if (term.Rest is null)
            {
                return null;
            }

            Factors factors = Factors.Of(term.Rest);
            int index = factors.Above.FindIndex(static factor => factor.Unnamed() is Apply { Op: Op.Softplus });
            return index < 0 ? null : (((Apply)factors.Above[index].Unnamed()).Arguments[0], Polynomial.Of((factors.Replacing(index, null) with { Coefficient = factors.Coefficient * term.Coefficient }).ToExpr(type)));
        }

        // The factor of the argument, whether it appears as one factor or with all its own factors.
        static Term? MultipleOf(Expr argument, Term term)
        {
            if (term.Rest is null)
            {
                return null;
            }

            if (Canonical.AreSame(argument, term.Rest))
            {
                return term with { Rest = null };
            }

            if (Canonical.AreSame(Negation.Of(argument), term.Rest))
            {
                return new Term(-term.Coefficient, null);
            }

            Factors factors = Factors.Of(term.Rest.Unnamed());
            Factors own = Factors.Of(argument.Unnamed());
            Factors negated = Factors.Of(Negation.Of(argument).Unnamed());
            negated = negated with { Coefficient = -negated.Coefficient };
            return !own.IsConstant && (own.DividingExactly(factors) ?? negated.DividingExactly(factors)) is { } left
                ? new Term(term.Coefficient * left.Coefficient, left.Above.Count + left.Below.Count == 0 ? null : (left with { Coefficient = 1 }).ToExpr(argument.Type))
                : null;
        }
    }
}
