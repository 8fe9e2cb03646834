using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Rules.Matching;
using static LossGen.Generator.Kernel.Expr;
using static LossGen.Generator.Lowering.Mathematics.Rules.Matching.Wildcards;

namespace LossGen.Generator.Lowering.Mathematics.Rules;

/// <summary>Logarithms of what is near 1, or of what over- or underflows although its logarithm does not.</summary>
internal static class LogarithmRules
{
    private static readonly Rule[] Natural =
    [
        new Rewrite(Log(Exp(X)), X) { Gains = [[800], [-800]] },
        new Rewrite(Log(One + Exp(X)), Softplus(X)) { Gains = [[800], [-40]] },
        new Rewrite(Log(One + Of(Op.Exp2, X)), Softplus(Math.Log(2) * X)) { Gains = [[1040], [-60]] },
        new Rewrite(Log(Sigmoid(X)), -Softplus(-X)) { Gains = [[40], [-800]] },
        new Rewrite(Log(-ExpM1(X)), Of(Op.Log1MExp, X)) { Gains = [[-50]] },
        new Rewrite(Log(-(One / ExpM1(X))), -Of(Op.Log1MExp, X)) { Gains = [[-50]] },
        new Rewrite(Log(One - Square(Exp(X))), Of(Op.Log1MExp, X) + Softplus(X)) { Gains = [[-1e-10]] },
        new Rewrite(Log((One + X) / (One - X)), 2.0 * Of(Op.Atanh, X)) { Gains = [[1e-8]] },
        new Rewrite(Log(Number(2) + Exp(X) + Exp(-X)), Softplus(X) + Softplus(-X)) { Gains = [[800]] },
        new Rewrite(Log(0.5 * (Exp(X) + Exp(-X))), LogCosh(X)) { Gains = [[1e-6], [800]] },
        new Rewrite(Log(Of(Op.Cosh, X)), LogCosh(X)) { Gains = [[1e-6], [800]] },
        new Rewrite(Log(Tanh(X)), Of(Op.Log1MExp, -2.0 * X) - Softplus(-2.0 * X)) { Gains = [[20]] },
        new Rewrite(Log(Of(Op.NormalCdf, X)), Of(Op.LogNormalCdf, X)) { Gains = [[8]] },
        new Rewrite(Log(X + RootOfSquarePlus(X, One)), Of(Op.Asinh, X)) { Gains = [[1e-10], [-1e10]] },
        new Rewrite(Log(X + SquareRoot(Square(X) - One)), Of(Op.Acosh, X)) { Gains = [[1e200]] },
        new Rewrite(Log(Exp(X) - Exp(Y)), X + Of(Op.Log1MExp, Y - X)) { Gains = [[800, 799]] },
        new Rewrite(Log(X), "log(eˣ + eʸ + …), as logAddExp", static (match, type) => OfExponentials(match[X], type))
        {
            NeedsBesides = NodeSet.Of(Op.Exp),
            Examples = [Log(Exp(X) + Exp(Y)), Log(Exp(X) + (2.0 * Exp(Y)) + Number(3))],
            Gains = [[800, 799]],
        },
        new Rewrite(Log(X), "the sum of the logarithms of its factors", static (match, type) => OfFactors(match[X], type))
        {
            NeedsBesides = NodeSet.Of(Op.Multiply),
            Examples = [Log(4.0 * (Sigmoid(X) * Sigmoid(-X))), Log(2.0 * (Sigmoid(X) * Sigmoid(Y))), Log((One + Square(X)) * Exp(Y))],
            Gains = [[1e-6]],
        },
        new Rewrite(Log(X), "the difference of the logarithms of its factors", static (match, type) => OfFactors(match[X], type))
        {
            NeedsBesides = NodeSet.Of(Op.Divide),
            Examples = [Log(Exp(X) / (One + Exp(Y))), Log(Sigmoid(X) / Sigmoid(Y)), Log(Exp(X) / -ExpM1(Y)), Log((One + Square(X)) / Exp(Y))],
            Gains = [[800, 799]],
        },
        new Rewrite(Log(X), "log1p of its other terms, one being 1", static (match, _) => OfOnePlus(match[X]))
        {
            NeedsBesides = NodeSet.Constants,
            Examples = [Log(One + X), Log(One - X), Log(-(X - One)), Log(X + One - (Y * Z))],
            Gains = [[1e-10]],
        },
    ];

    public static IReadOnlyList<Rule> All { get; } =
    [
        .. Natural,
        new Rewrite(Log1P(Exp(X)), Softplus(X)) { Gains = [[800]] },
        new Rewrite(Log1P(-Exp(X)), Of(Op.Log1MExp, X)) { Gains = [[-1e-10]] },
        new Rewrite(Log1P(-Sigmoid(X)), -Softplus(X)) { Gains = [[40]] },
        new Rewrite(X - Log(ExpM1(X)), -Of(Op.Log1MExp, -X)) { Gains = [[40], [800]] },
        new Rewrite(X * Y, "weigh(x, y), which is 0 where x is, y having a logarithm of x", static (match, _) => Of(Op.Weigh, match[X], match[Y]))
        {
            NeedsBesides = NodeSet.Of(Op.Log),
            Condition = static match => HasLogarithmOf(match[Y].Unnamed(), match[X]),
            Examples = [X * Log(X), X * (Log(X) - Log(Y)), X * Log(X / Y)],
            Purpose = "0·log 0 is 0",
        },
        new Rewrite(LogAddExp(Zero, X), Softplus(X)) { Purpose = "other rules know it" },
        new Rewrite(Of(Op.Log2, X), "log x/log 2, where a rule knows log x", static (match, _) => Scaled(match[X], 1 / Math.Log(2))) { Examples = [Of(Op.Log2, One + Exp(X))], Gains = [[-40]] },
        new Rewrite(Of(Op.Log10, X), "log x/log 10, where a rule knows log x", static (match, _) => Scaled(match[X], 1 / Math.Log(10))) { Examples = [Of(Op.Log10, One + Exp(X))], Gains = [[-40]] },
    ];

    // A logarithm to another base is computed from the natural one only if that gains digits.
    private static Expr? Scaled(Expr argument, double factor)
    {
        Expr logarithm = Log(argument);
        return Natural.Where(rule => logarithm.Contents.Includes(rule.Needs)).Select(rule => rule.Apply(logarithm)).FirstOrDefault(static found => found is not null) is { } known ? factor * known : null;
    }

    /// <summary>
    /// The logarithm of a sum of exponentials, as logAddExp; null if the sum has another term. Constants count as exponentials, and so do
    /// coefficients of the others.
    /// </summary>
    public static Expr? OfExponentials(Expr sum, IrType type)
    {
        IReadOnlyList<Term> terms = Terms.Of(sum.Unnamed());
        if (terms.Count < 2 || terms.Any(static term => term.Coefficient <= 0) || terms.Count(static term => term.Rest is null) > 1)
        {
            return null;
        }

        List<Expr> exponents = [];
        foreach (Term term in terms)
        {
            if (term.Rest is null)
            {
                exponents.Add(new Constant(Rounded(Math.Log(term.Coefficient), type), type));
            }
            else if (term.Rest.Unnamed() is Apply { Op: Op.Exp } exponential)
            {
                exponents.Add(term.Coefficient == 1 ? exponential.Arguments[0] : exponential.Arguments[0] + Rounded(Math.Log(term.Coefficient), type));
            }
            else
            {
                return null;
            }
        }

        return exponents.Aggregate(LogAddExp);
    }

    private static Expr? OfFactors(Expr product, IrType type)
    {
        if (product.Unnamed() is not Apply { Op: Op.Multiply or Op.Divide })
        {
            return null;
        }

        Factors factors = WithSigns(Factors.Of(product.Unnamed()));
        if (factors.Coefficient <= 0 || !factors.Above.Concat(factors.Below).Any(HasLogarithm))
        {
            return null;
        }

        // Near 0, log(4·sigmoid(2x)·sigmoid(−2x)) has lost digits that log cosh keeps.
        if (factors is { Coefficient: 4, Above: [Apply { Op: Op.Sigmoid } left, Apply { Op: Op.Sigmoid } right], Below: [] }
            && Canonical.AreSame(left.Arguments[0], Negation.Of(right.Arguments[0])))
        {
            return -2.0 * LogCosh(0.5 * left.Arguments[0]);
        }

        // Factors of neither kind stay together.
        Factors others = new(factors.Coefficient, [.. factors.Above.Where(static factor => !HasLogarithm(factor))], [.. factors.Below.Where(static factor => !HasLogarithm(factor))]);
        Expr? sum = others.Coefficient == 1 && others.IsConstant ? null : others.IsConstant ? new Constant(Rounded(Math.Log(others.Coefficient), type), type) : Log(others.ToExpr(type));
        foreach (Expr factor in factors.Above.Where(HasLogarithm))
        {
            sum = sum is null ? Log(factor) : sum + Log(factor);
        }

        foreach (Expr factor in factors.Below.Where(HasLogarithm))
        {
            sum = sum is null ? -Log(factor) : sum - Log(factor);
        }

        return sum;
    }

    // A negative sign that belongs to 1 − exp(x).
    private static Factors WithSigns(Factors factors)
    {
        if (factors.Coefficient < 0)
        {
            foreach (List<Expr> side in new[] { factors.Above, factors.Below })
            {
                int index = side.FindIndex(static factor => factor.Unnamed() is Apply { Op: Op.ExpM1 });
                if (index >= 0)
                {
                    side[index] = -side[index];
                    return factors with { Coefficient = -factors.Coefficient };
                }
            }
        }

        return factors;
    }

    // Whether its logarithm is worth taking: an exponential, or a function of one that may over- or underflow with it.
    private static bool HasLogarithm(Expr factor) => factor.Unnamed() switch
    {
        Apply { Op: Op.Exp or Op.Sigmoid } => true,
        Apply { Op: Op.Negate } negate => negate.Arguments[0].Unnamed() is Apply { Op: Op.ExpM1 },
        Apply { Op: Op.Add } sum => OfExponentials(sum, sum.Type) is not null,
        _ => false,
    };

    // As the value, a term of it, or with x as a factor of its argument.
    private static bool HasLogarithmOf(Expr expr, Expr x) => expr switch
    {
        Apply { Op: Op.Log } log => Factors.Of(log.Arguments[0].Unnamed()).Above.Any(factor => Canonical.AreSame(factor, x)),
        Apply { Op: Op.Add or Op.Subtract or Op.Negate } sum => Terms.Of(sum).Any(term => term.Rest is not null && HasLogarithmOf(term.Rest.Unnamed(), x)),
        _ => false,
    };

    private static Expr? OfOnePlus(Expr sum) => Terms.Beside(1, sum) is { } others ? Log1P(others) : null;

    private static double Rounded(double value, IrType type) => type.Scalar == ScalarType.Single ? (float)value : value;
}
