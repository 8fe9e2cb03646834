using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Puts expressions over the class axis into the form that keeps its accuracy. With m = max_c x_c, e_c = exp(x_c − m)
/// (all in [0, 1], one of them 1) and R = Σ_{c ≠ g} e_c:
/// <code>
/// log Σ exp(x_c) − x_g                →  (m − x_g) + log1p(R + (e_g − 1))
/// exp(−(log Σ exp(x) − x_g))          →  e_g·(1/(R + e_g))
/// 1 − exp(−(log Σ exp(x) − x_g))      →  R·(1/(R + e_g))
/// exp(x_c − log Σ exp(x)) − [c = g]   →  −R/(R + e_g) at the label, e_c/(R + e_g) elsewhere
/// Σ_c y_c·(log Σ exp(x) − x_c)        →  Σ_c y_c·(m − x_c) + (Σ_c y_c)·log1p(T)
/// Y·exp(x_c − log Σ exp(x)) − y       →  ((e_c·Y − y) − y·T)/(1 + T)
/// log Σ exp(x) − Σ_c x_c/C            →  log1p(T) − Σ_c (x_c − m)/C
/// log Σ exp(x) − x_c                  →  (m − x_c) + log1p(T)
/// log Σ exp(x_c)                      →  m + log1p(T)
/// exp(x_c − log Σ exp(x))             →  e_c/(1 + T)
/// </code>
/// where T = Σ_{x_c ≠ m} e_c + (Σ_{x_c = m} e_c − 1) is what the sum of the e_c has above 1, without the 1 ever swallowing it (beside a label it is R + (e_g − 1),
/// which asks for no further sums; of two classes it is the lesser of two exponentials, see <see cref="ShiftedExponentialsOfTwo"/>), and of single elements
/// <code>
/// a² − 1     →  (a − 1)·(a + 1)
/// a − 1/a    →  (a − 1)·(1 + 1/a)
/// </code>
/// where near a = 1 only the exact difference a − 1 is small.
/// Where the label dominates, e_g is exactly 1 and both the loss and its gradient are R but for a factor near 1: no digit is
/// lost, however sure the prediction. Where it does not, the loss is at least log 2 and nothing cancels.
/// </summary>
internal static class Stabilise
{
    private static readonly Func<Expr, Location, Expr?>[] Rules =
    [
        CrossEntropy,
        CrossEntropyGradient,
        ProbabilityOfLabel,
        ProbabilityOfOthers,
        SoftCrossEntropy,
        SoftCrossEntropyGradient,
        UniformCrossEntropy,
        LogProbability,
        Probability,
        LogSumOfExponentials,
        SquareMinusOne,
        MinusReciprocal,
    ];

    public static LossKernel Run(LossKernel kernel)
    {
        Location location = new(
            (kernel.Iteration as ClassAxisIteration)?.Classes ?? 0,
            kernel.Body.Contain(NodeSet.AtLabels | NodeSet.LabelTests));
        return kernel with { Body = kernel.Body.MapAllExpressions(expr => Expression(expr, location)) };
    }

    // Top-down: the widest pattern is tried before its parts are rewritten.
    private static Expr Expression(Expr expr, Location location)
    {
        foreach (Func<Expr, Location, Expr?> rule in Rules)
        {
            if (rule(expr, location) is { } result)
            {
                return result;
            }
        }

        return expr.MapChildren(child => Expression(child, location));
    }

    private static Expr? CrossEntropy(Expr expr, Location location)
    {
        if (CrossEntropyOf(expr) is not { } x)
        {
            return null;
        }

        ShiftedExponentials e = location.Exponentials(x);

        // In float64: the distance from the maximum may be twice what float32 holds.
        Expr distance = e.Maximum.To(ScalarType.Double) - new AtLabel(x).To(ScalarType.Double);
        return (distance + e.LogSumByLabel.To(ScalarType.Double)).To(x.Type.Scalar);
    }

    private static Expr? CrossEntropyGradient(Expr expr, Location location)
    {
        if (expr is not Apply { Op: Op.Subtract } difference
            || ProbabilityOf(difference.Arguments[0]) is not { } x
            || difference.Arguments[1] != Expr.Select(new IsLabel(), x.Like(1), x.Like(0)))
        {
            return null;
        }

        ShiftedExponentials e = location.Exponentials(x);
        return Expr.Select(new IsLabel(), -e.Quotient(e.Others, e.Total), e.Quotient(e.Other, e.Total));
    }

    private static Expr? ProbabilityOfLabel(Expr expr, Location location) =>
        DecayOf(Op.Exp, expr) is { } x ? location.Exponentials(x).ProbabilityOfLabel : null;

    // Of −expm1(−E), which is then left without its sign, or of expm1(−E).
    private static Expr? ProbabilityOfOthers(Expr expr, Location location) =>
        expr is Apply { Op: Op.Negate } negate && DecayOf(Op.ExpM1, negate.Arguments[0]) is { } x ? location.Exponentials(x).ProbabilityOfOthers
        : DecayOf(Op.ExpM1, expr) is { } y ? -location.Exponentials(y).ProbabilityOfOthers
        : null;

    private static Expr? SoftCrossEntropy(Expr expr, Location location)
    {
        if (expr is not OverClasses { ExceptLabel: false, Body: Apply { Op: Op.MultiplyOrZero } share } over
            || over.Reduction != Reduction.Sum
            || LogProbabilityOf(share.Arguments[1]) is not { } x)
        {
            return null;
        }

        ShiftedExponentials e = location.Exponentials(x);
        Expr y = share.Arguments[0];
        Expr fromMaximum = new OverClasses(Reduction.Sum, Expr.Of(Op.MultiplyOrZero, y, e.Maximum - x)).As("fromMaximum");
        return fromMaximum + (new OverClasses(Reduction.Sum, y).As("mass") * e.LogSum);
    }

    private static Expr? SoftCrossEntropyGradient(Expr expr, Location location)
    {
        if (expr is not Apply { Op: Op.Subtract } difference
            || difference.Arguments[0] is not Apply { Op: Op.Multiply } product
            || product.Arguments[0] is not OverClasses { ExceptLabel: false } sum
            || sum != new OverClasses(Reduction.Sum, difference.Arguments[1])
            || ProbabilityOf(product.Arguments[1]) is not { } x)
        {
            return null;
        }

        ShiftedExponentials e = location.Exponentials(x);
        Expr y = difference.Arguments[1];
        return e.Quotient((e.Exponential * sum.As("mass")) - y - (y * e.Excess), e.SumAboveOne);
    }

    private static Expr? UniformCrossEntropy(Expr expr, Location location)
    {
        if (expr is not Apply { Op: Op.Subtract } difference
            || difference.Arguments[0].Unnamed() is not LogSumExp { Body: var x }
            || !IsMean(difference.Arguments[1].Unnamed(), x, location.Classes))
        {
            return null;
        }

        ShiftedExponentials e = location.Exponentials(x);
        return e.LogSum - (new OverClasses(Reduction.Sum, x - e.Maximum).As("fromMaximum") / x.Like(location.Classes));
    }

    // A sum divided by the number of classes, or, where that is a power of two, multiplied by its reciprocal.
    private static bool IsMean(Expr expr, Expr x, int classes) => expr is Apply apply && (apply.Op, Sum: new OverClasses(Reduction.Sum, x)) switch
    {
        (Op.Divide, var sum) => apply.Arguments[0].Unnamed() == sum && apply.Arguments[1] is Constant count && count.Value.Value == classes,
        (Op.Multiply, var sum) => apply.Arguments[1].Unnamed() == sum && apply.Arguments[0] is Constant share && share.Value.Value == 1.0 / classes,
        _ => false,
    };

    private static Expr? LogProbability(Expr expr, Location location) =>
        LogProbabilityOf(expr) is { } x ? location.Exponentials(x).NegativeLogProbability : null;

    private static Expr? Probability(Expr expr, Location location) =>
        ProbabilityOf(expr) is { } x ? location.Exponentials(x).Probability : null;

    private static Expr? LogSumOfExponentials(Expr expr, Location location) =>
        expr is LogSumExp { Body: var x } ? location.Exponentials(x).LogSumExp : null;

    private static Expr? SquareMinusOne(Expr expr, Location _) =>
        expr is Apply { Op: Op.Subtract } difference && IsOne(difference.Arguments[1]) && difference.Arguments[0] is Apply { Op: Op.Square } square
            ? (square.Arguments[0] - 1.0) * (square.Arguments[0] + 1.0)
            : null;

    private static Expr? MinusReciprocal(Expr expr, Location _) =>
        expr is Apply { Op: Op.Subtract } difference && difference.Arguments[1] is Apply { Op: Op.Divide } quotient
            && IsOne(quotient.Arguments[0]) && quotient.Arguments[1] == difference.Arguments[0]
            ? (quotient.Arguments[1] - 1.0) * (quotient.Arguments[0] + quotient)
            : null;

    private static bool IsOne(Expr expr) => expr is Constant { Value.Value: 1.0 };

    // log Σ exp x − x_g: x, or null where it is something else.
    private static Expr? CrossEntropyOf(Expr expr) =>
        expr is Apply { Op: Op.Subtract } difference && difference.Arguments[0].Unnamed() is LogSumExp { Body: var x } && difference.Arguments[1].Unnamed() == new AtLabel(x) ? x : null;

    // exp(−E) or expm1(−E), E being a cross entropy: x, or null where it is something else.
    private static Expr? DecayOf(Op function, Expr expr) =>
        expr is Apply apply && apply.Op == function && apply.Arguments[0].Unnamed() is Apply { Op: Op.Negate } negate ? CrossEntropyOf(negate.Arguments[0].Unnamed()) : null;

    // log Σ exp x − x: x, or null where it is something else.
    private static Expr? LogProbabilityOf(Expr expr) =>
        expr is Apply { Op: Op.Subtract } difference && difference.Arguments[0] is LogSumExp logSumExp && logSumExp.Body == difference.Arguments[1]
            ? logSumExp.Body
            : null;

    // exp(x − log Σ exp x), the derivative of log-sum-exp: x, or null where it is something else.
    private static Expr? ProbabilityOf(Expr expr) =>
        expr is Apply { Op: Op.Exp } exp
            && exp.Arguments[0] is Apply { Op: Op.Subtract } difference
            && difference.Arguments[1] is LogSumExp logSumExp
            && logSumExp.Body == difference.Arguments[0]
            ? logSumExp.Body
            : null;

    /// <summary>What the rules need to know of a location.</summary>
    private sealed record Location(int Classes, bool HasLabel)
    {
        public ShiftedExponentials Exponentials(Expr x) => ShiftedExponentials.Of(x, Classes, HasLabel);
    }
}
