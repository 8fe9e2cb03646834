using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Puts expressions over the class axis into the form that keeps its accuracy. With m = max_c x_c, e_c = exp(x_c − m)
/// (all in [0, 1], one of them 1) and R = Σ_{c ≠ g} e_c:
/// <code>
/// log Σ exp(x_c) − x_g                →  (m − x_g) + log1p(R + (e_g − 1))
/// exp(x_c − log Σ exp(x)) − [c = g]   →  −R/(R + e_g) at the label, e_c/(R + e_g) elsewhere
/// Σ_c y_c·(log Σ exp(x) − x_c)        →  Σ_c y_c·(m − x_c) + (Σ_c y_c)·log1p(T)
/// Y·exp(x_c − log Σ exp(x)) − y       →  ((e_c·Y − y) − y·T)/(1 + T)
/// log Σ exp(x) − x_c                  →  (m − x_c) + log1p(T)
/// log Σ exp(x_c)                      →  m + log1p(T)
/// exp(x_c − log Σ exp(x))             →  e_c/(1 + T)
/// </code>
/// where T = Σ_{x_c ≠ m} e_c + (Σ_{x_c = m} e_c − 1) is what the sum of the e_c has above 1, without the 1 ever swallowing it
/// (of two classes it is the lesser of two exponentials, see <see cref="ShiftedExponentialsOfTwo"/>), and of single elements
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
    private static readonly Func<Expr, int, Expr?>[] Rules =
    [
        CrossEntropy,
        CrossEntropyGradient,
        SoftCrossEntropy,
        SoftCrossEntropyGradient,
        LogProbability,
        Probability,
        LogSumOfExponentials,
        SquareMinusOne,
        MinusReciprocal,
    ];

    public static LossKernel Run(LossKernel kernel)
    {
        int classes = kernel.Iteration is ClassAxisIteration axis ? axis.Classes : 0;
        return kernel with { Body = kernel.Body.MapAllExpressions(expr => Expression(expr, classes)) };
    }

    // Top-down: the widest pattern is tried before its parts are rewritten.
    private static Expr Expression(Expr expr, int classes)
    {
        foreach (Func<Expr, int, Expr?> rule in Rules)
        {
            if (rule(expr, classes) is { } result)
            {
                return result;
            }
        }

        return expr.MapChildren(child => Expression(child, classes));
    }

    private static Expr? CrossEntropy(Expr expr, int classes)
    {
        if (expr is not Apply { Op: Op.Subtract } difference
            || difference.Arguments[0].Unnamed() is not LogSumExp { Body: var x }
            || difference.Arguments[1].Unnamed() != new AtLabel(x))
        {
            return null;
        }

        ShiftedExponentials e = ShiftedExponentials.Of(x, classes);

        // In float64: the distance from the maximum may be twice what float32 holds.
        Expr distance = e.Maximum.To(ScalarType.Double) - new AtLabel(x).To(ScalarType.Double);
        return (distance + e.LogSumByLabel.To(ScalarType.Double)).To(x.Type.Scalar);
    }

    private static Expr? CrossEntropyGradient(Expr expr, int classes)
    {
        if (expr is not Apply { Op: Op.Subtract } difference
            || ProbabilityOf(difference.Arguments[0]) is not { } x
            || difference.Arguments[1] != Expr.Select(new IsLabel(), x.Like(1), x.Like(0)))
        {
            return null;
        }

        ShiftedExponentials e = ShiftedExponentials.Of(x, classes);
        return Expr.Select(new IsLabel(), -e.Quotient(e.Others, e.Total), e.Quotient(e.Other, e.Total));
    }

    private static Expr? SoftCrossEntropy(Expr expr, int classes)
    {
        if (expr is not OverClasses { ExceptLabel: false, Body: Apply { Op: Op.MultiplyOrZero } share } over
            || over.Reduction != Reduction.Sum
            || LogProbabilityOf(share.Arguments[1]) is not { } x)
        {
            return null;
        }

        ShiftedExponentials e = ShiftedExponentials.Of(x, classes);
        Expr y = share.Arguments[0];
        Expr fromMaximum = new OverClasses(Reduction.Sum, Expr.Of(Op.MultiplyOrZero, y, e.Maximum - x)).As("fromMaximum");
        return fromMaximum + (new OverClasses(Reduction.Sum, y).As("mass") * e.LogSum);
    }

    private static Expr? SoftCrossEntropyGradient(Expr expr, int classes)
    {
        if (expr is not Apply { Op: Op.Subtract } difference
            || difference.Arguments[0] is not Apply { Op: Op.Multiply } product
            || product.Arguments[0] is not OverClasses { ExceptLabel: false } sum
            || sum != new OverClasses(Reduction.Sum, difference.Arguments[1])
            || ProbabilityOf(product.Arguments[1]) is not { } x)
        {
            return null;
        }

        ShiftedExponentials e = ShiftedExponentials.Of(x, classes);
        Expr y = difference.Arguments[1];
        return e.Quotient((e.Exponential * sum.As("mass")) - y - (y * e.Excess), e.SumAboveOne);
    }

    private static Expr? LogProbability(Expr expr, int classes) =>
        LogProbabilityOf(expr) is { } x ? ShiftedExponentials.Of(x, classes).NegativeLogProbability : null;

    private static Expr? Probability(Expr expr, int classes) =>
        ProbabilityOf(expr) is { } x ? ShiftedExponentials.Of(x, classes).Probability : null;

    private static Expr? LogSumOfExponentials(Expr expr, int classes) =>
        expr is LogSumExp { Body: var x } ? ShiftedExponentials.Of(x, classes).LogSumExp : null;

    private static Expr? SquareMinusOne(Expr expr, int _) =>
        expr is Apply { Op: Op.Subtract } difference && IsOne(difference.Arguments[1]) && difference.Arguments[0] is Apply { Op: Op.Square } square
            ? (square.Arguments[0] - 1.0) * (square.Arguments[0] + 1.0)
            : null;

    private static Expr? MinusReciprocal(Expr expr, int _) =>
        expr is Apply { Op: Op.Subtract } difference && difference.Arguments[1] is Apply { Op: Op.Divide } quotient
            && IsOne(quotient.Arguments[0]) && quotient.Arguments[1] == difference.Arguments[0]
            ? (quotient.Arguments[1] - 1.0) * (quotient.Arguments[0] + quotient)
            : null;

    private static bool IsOne(Expr expr) => expr is Constant { Value.Value: 1.0 };

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
}
