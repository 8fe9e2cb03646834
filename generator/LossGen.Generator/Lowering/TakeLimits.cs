using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Takes the limit where a product of 0 and ∞ has one, so that a cross entropy E of 0 or ∞, a prediction that is sure and right or sure and wrong, has a gradient:
/// <code>
/// E·k·exp(−E)                →  0 where exp(−E) = 0, whatever E and k are
/// E·k·(1 − exp(−E))^(b − 1)  →  (1 − exp(−E))^b·k·r, r = E/(1 − exp(−E)), which is 1 where E = 0
/// </code>
/// E is any part of a product that stands in an exponential beside it.
/// </summary>
internal static class TakeLimits
{
    private static readonly NodeSet Exponentials = NodeSet.Of(Op.Exp, Op.ExpM1);

    public static LossKernel Run(LossKernel kernel) => kernel with { Body = kernel.Body.MapAllExpressions(Expression) };

    // Top-down: a product is taken as a whole, with all its factors.
    private static Expr Expression(Expr expr)
    {
        if (!expr.Contents.Includes(NodeSet.Of(Op.Multiply)) || !expr.Contents.Overlaps(Exponentials))
        {
            return expr;
        }

        List<Expr> factors = [];
        CollectFactors(expr, factors);
        return factors.Count > 1 && (OfPower(factors) | OfDecay(factors))
            ? factors.Select(Expression).Aggregate(static (product, factor) => product * factor)
            : expr.MapChildren(Expression);
    }

    private static void CollectFactors(Expr expr, List<Expr> factors)
    {
        if (expr is Apply { Op: Op.Multiply } product)
        {
            CollectFactors(product.Arguments[0], factors);
            CollectFactors(product.Arguments[1], factors);
        }
        else
        {
            factors.Add(expr);
        }
    }

    private static bool OfPower(List<Expr> factors)
    {
        int power = factors.FindIndex(factor => factor is Apply { Op: Op.PowerLessOne } lower && OneMinusDecayOf(lower.Arguments[0]) is { } e && factors.Contains(e));
        if (power < 0)
        {
            return false;
        }

        EquatableArray<Expr> lowered = ((Apply)factors[power]).Arguments;
        Expr entropy = OneMinusDecayOf(lowered[0])!;
        factors[factors.IndexOf(entropy)] = Expr.Select(Expr.Of(Op.Equal, entropy, entropy.Like(0)), entropy.Like(1), entropy / lowered[0]).As("ratio");
        factors[power] = lowered[2];
        return true;
    }

    private static bool OfDecay(List<Expr> factors)
    {
        int decay = factors.FindIndex(factor => factor is Apply { Op: Op.Exp } exp && exp.Arguments[0] is Apply { Op: Op.Negate } negative
            && factors.Any(other => other != factor && other.Mentions(negative.Arguments[0])));
        if (decay < 0)
        {
            return false;
        }

        Expr exponential = factors[decay];
        factors.RemoveAt(decay);
        Expr rest = factors.Aggregate(static (product, factor) => product * factor);
        factors.Clear();
        factors.Add(Expr.Of(Op.MultiplyOrZero, exponential, rest));
        return true;
    }

    // E of 1 − exp(−E).
    private static Expr? OneMinusDecayOf(Expr expr) =>
        expr is Apply { Op: Op.Negate } negate && negate.Arguments[0] is Apply { Op: Op.ExpM1 } excess && excess.Arguments[0] is Apply { Op: Op.Negate } negative
            ? negative.Arguments[0]
            : null;
}
