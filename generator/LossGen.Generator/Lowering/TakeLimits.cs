using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Takes the limit where a product of 0 and ∞ has one, so that a cross entropy E of 0 or ∞, a prediction that is sure and right or sure and wrong, has a gradient:
/// <code>
/// E·k·exp(−E)                →  k·(0 where exp(−E) = 0, whatever E is)
/// E·k·(1 − exp(−E))^(b − 1)  →  (1 − exp(−E))^b·k·r, r = E/(1 − exp(−E)), which is 1 where E = 0
/// </code>
/// E is any part of a product that stands in an exponential beside it; in the first line also what is made of E alone and grows more slowly than exp(E) does. All else, k,
/// stays outside of the limit, so that NaN in it shows, and so does what grows as fast.
/// </summary>
internal static class TakeLimits
{
    private static readonly NodeSet Exponentials = NodeSet.Of(Op.Exp, Op.ExpM1);

    // Of what grows slowly they make what does.
    private static readonly NodeSet Arithmetic = NodeSet.Of(Op.Add, Op.Subtract, Op.Multiply, Op.Square, Op.Negate, Op.Absolute, Op.Convert, Op.RoundToSingle);

    // Of E itself only: what else they take may be negative where exp(−E) = 0, and have no value.
    private static readonly NodeSet OfPositive = NodeSet.Of(Op.SquareRoot, Op.Log, Op.Log2, Op.Log1P);

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
        bool isTaken = false;
        while (factors.FindIndex(factor => DecayingOf(factor) is { } e && factors.Any(other => Grows(other, e))) is >= 0 and var decay)
        {
            Expr exponential = factors[decay];
            Expr entropy = DecayingOf(exponential)!;
            factors[decay] = Expr.Of(Op.MultiplyOrZero, exponential, factors.Where(factor => Grows(factor, entropy)).Aggregate(static (product, factor) => product * factor));
            factors.RemoveAll(factor => Grows(factor, entropy));
            isTaken = true;
        }

        return isTaken;
    }

    private static bool Grows(Expr factor, Expr e) => factor.Mentions(e) && IsSlow(factor, e);

    // Whether it is made of E alone and, E growing, is a number that exp(E) leaves behind.
    private static bool IsSlow(Expr expr, Expr e) => expr == e || expr switch
    {
        Constant { Value.Value: var value } => !double.IsNaN(value) && !double.IsInfinity(value),
        Named named => IsSlow(named.Value, e),
        Apply { Op: Op.Select } choice => IsSlow(choice.Arguments[1], e) && IsSlow(choice.Arguments[2], e),
        Apply { Op: Op.Divide } quotient => OneMinusDecayOf(quotient.Arguments[1]) == e && IsSlow(quotient.Arguments[0], e),
        Apply { Op: Op.Power } power => power.Arguments[0] == e && power.Arguments[1] is Constant && IsSlow(power.Arguments[1], e),
        Apply { Op: var op } made when OfPositive.Overlaps(NodeSet.Of(op)) => made.Arguments[0] == e,
        Apply { Op: var op } made when Arithmetic.Overlaps(NodeSet.Of(op)) => made.Arguments.All(argument => IsSlow(argument, e)),
        _ => false,
    };

    // E of exp(−E).
    private static Expr? DecayingOf(Expr expr) =>
        expr is Apply { Op: Op.Exp } exponential && exponential.Arguments[0] is Apply { Op: Op.Negate } negative ? negative.Arguments[0] : null;

    // E of 1 − exp(−E).
    private static Expr? OneMinusDecayOf(Expr expr) =>
        expr is Apply { Op: Op.Negate } negate && negate.Arguments[0] is Apply { Op: Op.ExpM1 } excess && excess.Arguments[0] is Apply { Op: Op.Negate } negative
            ? negative.Arguments[0]
            : null;
}
