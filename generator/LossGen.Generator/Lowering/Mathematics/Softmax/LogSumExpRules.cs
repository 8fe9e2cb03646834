using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Rules;
using LossGen.Generator.Lowering.Mathematics.Rules.Matching;
using static LossGen.Generator.Kernel.Expr;
using static LossGen.Generator.Lowering.Mathematics.Rules.Matching.Wildcards;

namespace LossGen.Generator.Lowering.Mathematics.Softmax;

/// <summary>Recognises log-sum-exp and softmax in formulas that compute them in loops, with or without the maximum subtracted.</summary>
internal static class LogSumExpRules
{
    private static readonly Expr SumOfExponentials = OverClasses.Sum(Exp(X));

    private static readonly Expr AtLabel = new WildcardAt(X, G);

    public static IReadOnlyList<Rule> All { get; } =
    [
        new Rewrite(Log(SumOfExponentials), OverClasses.LogSumExp(X)),
        new Rewrite(Exp(X) / SumOfExponentials, Exp(X - OverClasses.LogSumExp(X))),
        new Rewrite(Exp(AtLabel) / SumOfExponentials, Exp(-(OverClasses.LogSumExp(X) - AtLabel))),
        new Rewrite(OverClasses.LogSumExp(X - Y) + Y, OverClasses.LogSumExp(X)) { Condition = static match => !match[Y].DependsOnClass() },
        new Rewrite(X - Y - OverClasses.LogSumExp(X - Y), X - OverClasses.LogSumExp(X)) { Condition = static match => !match[Y].DependsOnClass() },
        new SumRule("log Σ exp(a·(x − y)) + a·y → log Σ exp(a·x), a and y being the same for all classes", NodeSet.PendingReductions, WithoutShift),
        new LogitOfLabel(),
    ];

    // Also where a·y is a part of other terms, as in log Σ exp(a·(x − y)) − a·(x_g − y).
    private static Expr? WithoutShift(IReadOnlyList<Term> terms, IrType type)
    {
        for (int i = 0; i < terms.Count; i++)
        {
            if (terms[i].Rest is not { } rest || FactorOf(rest) is not var (logSumExp, common) || CommonScale.Of(logSumExp.Body) is not { Shift: { } shift } scale)
            {
                continue;
            }

            Polynomial others = Polynomial.OfOthers(terms, i, type);
            Polynomial unshifted = others.Plus(Polynomial.Of(common is null ? shift : common * shift).Times(terms[i].Coefficient));
            if (unshifted.Count < others.Count)
            {
                Expr better = OverClasses.LogSumExp(scale.Unshifted);
                Expr term = new Term(terms[i].Coefficient, common is null ? better : common * better).ToExpr(type);
                return unshifted.Count == 0 ? term : term + unshifted.ToExpr(type);
            }
        }

        return null;
    }

    /// <summary>The log-sum-exp of a product and its other factors, null for none; null if there is no log-sum-exp, or are several.</summary>
    public static (Reduce LogSumExp, Expr? Common)? FactorOf(Expr product)
    {
        Factors factors = Factors.Of(product.Unnamed());
        int[] places = [.. Enumerable.Range(0, factors.Above.Count).Where(i => factors.Above[i].Unnamed() is Reduce reduce && reduce.Reduction == Reduction.LogSumExp)];
        if (places is not [var place] || factors.Coefficient != 1)
        {
            return null;
        }

        Factors others = factors.Replacing(place, null);
        return ((Reduce)factors.Above[place].Unnamed(), others.IsConstant ? null : others.ToExpr(product.Type));
    }
}
