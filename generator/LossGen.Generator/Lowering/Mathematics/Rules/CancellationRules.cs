using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Rules.Matching;
using static LossGen.Generator.Kernel.Expr;
using static LossGen.Generator.Lowering.Mathematics.Rules.Matching.Wildcards;

namespace LossGen.Generator.Lowering.Mathematics.Rules;

/// <summary>Sides of a choice that are equal once both are written in the same way, and terms that cancel as written.</summary>
internal static class CancellationRules
{
    private static readonly NodeSet Inputs = NodeSet.Variables | NodeSet.Loads | NodeSet.Elements;

    public static IReadOnlyList<Rule> All { get; } =
    [
        new Rewrite(Of(Op.Select, X, Y, Y), Y) { Examples = [Of(Op.Select, Of(Op.LessThan, X, Z), Y, Y)], Purpose = "no slope is that of one side alone" },
        new Rewrite(Y + Of(Op.WhereGreater, Z, C, X - Y), Of(Op.WhereGreater, Z, C, X) + Of(Op.WhereNotGreater, Z, C, Y)) { IsForTermsAsWritten = true, Gains = [[1e-10, 1, 2, 1]] },
        new Rewrite(Y + Of(Op.WhereNotGreater, Z, C, X - Y), Of(Op.WhereNotGreater, Z, C, X) + Of(Op.WhereGreater, Z, C, Y)) { IsForTermsAsWritten = true, Gains = [[1e-10, 1, 1, 2]] },
        new SumRule("c + … − c → …, c a constant", NodeSet.Constants, WithoutConstants) { IsForTermsAsWritten = true, Examples = [One - (One - X), (X + One + Y) - One], Gains = [[1e-10]] },
        new SumRule("x + y − x → y, x a product of probabilities of what y is made of", NodeSet.Of(Op.Sigmoid), WithoutOpposites)
        {
            IsForTermsAsWritten = true,
            Examples = [(Of(Op.Sigmoid, X) * Of(Op.Sigmoid, -X)) + (X * Y) - (Of(Op.Sigmoid, -X) * Of(Op.Sigmoid, X))],
            Purpose = "what is left may be smaller than their rounding",
        },
        new SumRule("c − x/y → (c·y − x)/y where terms cancel", NodeSet.Constants | NodeSet.Of(Op.Divide), OverDivisor)
        {
            IsForTermsAsWritten = true,
            Examples = [One - (One / (One + X)), One - (Number(3) / (Number(3) + Square(X))), (X / (X + Y)) - One],
            Gains = [[1e-10]],
        },
    ];

    // 1 − c/(c + u) is u/(c + u).
    private static Expr? OverDivisor(IReadOnlyList<Term> terms, IrType type)
    {
        List<int> constants = [.. Enumerable.Range(0, terms.Count).Where(i => terms[i].Rest is null)];
        for (int i = 0; constants.Count == 1 && i < terms.Count; i++)
        {
            if (terms[i].Rest?.Unnamed() is Apply { Op: Op.Multiply or Op.Divide } product && Factors.Of(product) is { Below: [var divisor] } factors)
            {
                Polynomial whole = Polynomial.Of(divisor).Times(terms[constants[0]].Coefficient);
                Polynomial rest = whole.Plus(Polynomial.Of((factors with { Below = [] }).ToExpr(type)).Times(terms[i].Coefficient));
                if (rest.Count < whole.Count && !whole.IsTooLarge && rest.Count > 0)
                {
                    List<Term> better = [.. terms];
                    better[i] = new Term(1, rest.ToExpr(type) / divisor);
                    better.RemoveAt(constants[0]);
                    return Terms.ToExpr(better, type);
                }
            }
        }

        return null;
    }

    // They are never infinite, and a NaN input still shows in the other terms.
    private static Expr? WithoutOpposites(IReadOnlyList<Term> terms, IrType type)
    {
        for (int i = 0; i < terms.Count && terms.Count > 2; i++)
        {
            if (terms[i].Rest is { } rest && Factors.Of(rest.Unnamed()) is { Below: [] } factors && factors.Above.All(static factor => factor.Unnamed() is Apply { Op: Op.Sigmoid }))
            {
                for (int j = i + 1; j < terms.Count; j++)
                {
                    if (terms[j].Coefficient == -terms[i].Coefficient
                        && Canonical.AreSame(terms[j].Rest, rest)
                        && Terms.ToExpr([.. terms.Where((_, index) => index != i && index != j)], type) is var others
                        && rest.Nodes(Inputs).All(input => others.Mentions(input)))
                    {
                        return others;
                    }
                }
            }
        }

        return null;
    }

    // 1 − (1 − p) is p, with all its digits.
    private static Expr? WithoutConstants(IReadOnlyList<Term> terms, IrType type)
    {
        double[] constants = [.. terms.Where(static term => term.Rest is null).Select(static term => term.Coefficient)];
        Term[] others = [.. terms.Where(static term => term.Rest is not null)];
        return constants.Length > 1 && constants.Sum() == 0 && others.Length > 0 ? Terms.ToExpr(others, type) : null;
    }
}
