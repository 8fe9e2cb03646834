using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Rules.Matching;
using static LossGen.Generator.Kernel.Expr;
using static LossGen.Generator.Lowering.Mathematics.Rules.Matching.Wildcards;

namespace LossGen.Generator.Lowering.Mathematics.Rules;

/// <summary>Roots of squares, where a square over- or underflows long before the root does.</summary>
internal static class RootRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new Rewrite(SquareRoot(Square(X)), Absolute(X)) { Gains = [[1e200], [-1e-200]] },
        new Rewrite(SquareRoot(X), "hypot(x, y, …), x being x² + y² + …", static (match, type) => OfSquares(match[X], type))
        {
            NeedsBesides = NodeSet.None,
            Examples = [SquareRoot(Square(X) + (Y * Y)), SquareRoot(Square(X - Y) + Square(Z) + Square(Y)), SquareRoot(Square(X) + Square(Y) + Number(3))],
            Gains = [[1e200, 1e200]],
        },
        new Rewrite(SquareRoot(Square(X) + C), RootOfSquarePlus(X, C)) { Condition = static match => IsUniform(match[C]) && !IsNegative(match[C]), Examples = [SquareRoot(Square(X) + Number(2)), SquareRoot(Number(2) + (X * X)), SquareRoot(Square(X) + Absolute(C))], Gains = [[1e200]] },

        // Next to a norm there may be its derivative, from which it must not be separated.
        new Rewrite(X * (One / RootOfSquarePlus(X, C)), X / RootOfSquarePlus(X, C))
        {
            Condition = static match => match[X].Unnamed() is not Apply { Op: Op.Hypotenuse },
            Purpose = "the slope of the quotient, in which terms cancel",
        },
        new Rewrite(RootOfSquarePlus(X, One) - One, Of(Op.RootExcess, X, One)) { Gains = [[1e-6]] },

        // The excess is over |k|; if k is negative, nothing cancels.
        new Rewrite(RootOfSquarePlus(X, C) - Y, "rootExcess(x, |y|) + (|y| − y), c being y²", static (match, _) => Excess(match[X], match[Y]))
        {
            Condition = static match => IsSquareOf(match[C], match[Y]),
            Examples = [RootOfSquarePlus(X, Square(Y)) - Y, RootOfSquarePlus(X, Number(4)) - Number(2)],
            Gains = [[1e-6, 1.5]],
        },
        new Rewrite(Square(Absolute(X)), Square(X)) { Purpose = "the second derivative at 0" },
        new Rewrite(Maximum(X, -X), Absolute(X)) { Purpose = "the slope at 0" },
        new Rewrite(Minimum(X, -X), -Absolute(X)) { Purpose = "the slope at 0" },
    ];

    // With the terms that are the same for all elements, if there are any.
    private static Expr? OfSquares(Expr sum, IrType type)
    {
        if (sum.Unnamed() is not Apply { Op: Op.Add } || Terms.Of(sum.Unnamed()) is not { Count: > 1 and <= Terms.Most } terms)
        {
            return null;
        }

        List<Expr> roots = [];
        List<Term> others = [];
        bool varies = terms.Any(static term => term.Rest is not null && !IsUniform(term.Rest));
        foreach (Term term in terms)
        {
            if (term.Rest is not null && (!varies || !IsUniform(term.Rest)) && Matcher.SquareRootOf(term.ToExpr(type).Unnamed()) is { } root)
            {
                roots.Add(root);
            }
            else
            {
                others.Add(term);
            }
        }

        if (roots.Count < 2 || others.Any(static term => term.Coefficient < 0 || (term.Rest is not null && !IsUniform(term.Rest))))
        {
            return null;
        }

        Expr norm = roots.Aggregate(static (all, root) => Of(Op.Hypotenuse, all, root));
        return others.Count == 0 ? norm : RootOfSquarePlus(norm, Terms.ToExpr(others, type));
    }

    private static Expr Excess(Expr x, Expr y) => y.Unnamed() is Constant { Value.Value: > 0 } ? Of(Op.RootExcess, x, y) : Of(Op.RootExcess, x, Absolute(y)) + (Absolute(y) - y);

    private static bool IsSquareOf(Expr c, Expr y) => (c.Unnamed(), y.Unnamed()) switch
    {
        (Constant square, Constant root) => root.Value.Value > 0 && root.Value.Value * root.Value.Value == square.Value.Value,
        _ => IsUniform(y) && (Canonical.AreSame(c, Square(y)) || (y.Unnamed() is Apply { Op: Op.SquareRoot } root && Canonical.AreSame(c, root.Arguments[0]))),
    };

    private static bool IsNegative(Expr expr) => Negation.IsWritten(expr);
}
