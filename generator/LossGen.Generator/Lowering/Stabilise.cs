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
/// where T = Σ_{x_c ≠ m} e_c + (Σ_{x_c = m} e_c − 1) is what the sum of the e_c has above 1, without the 1 ever swallowing it,
/// and of single elements
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
    private static readonly Func<Expr, Expr?>[] Rules =
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

    public static LossKernel Run(LossKernel kernel) => kernel with { Body = kernel.Body.MapAllExpressions(Expression) };

    // Top-down: the widest pattern is tried before its parts are rewritten.
    private static Expr Expression(Expr expr)
    {
        foreach (Func<Expr, Expr?> rule in Rules)
        {
            if (rule(expr) is { } result)
            {
                return result;
            }
        }

        return expr.MapChildren(Expression);
    }

    private static Expr? CrossEntropy(Expr expr)
    {
        if (expr is not Apply { Op: Op.Subtract } difference
            || difference.Arguments[0].Unnamed() is not LogSumExp { Body: var x }
            || difference.Arguments[1].Unnamed() != new AtLabel(x))
        {
            return null;
        }

        ShiftedExponentials e = new(x);

        // In float64: the distance from the maximum may be twice what float32 holds.
        Expr distance = e.Maximum.To(ScalarType.Double) - new AtLabel(x).To(ScalarType.Double);
        return (distance + e.LogSumByLabel.To(ScalarType.Double)).To(x.Type.Scalar);
    }

    private static Expr? CrossEntropyGradient(Expr expr)
    {
        if (expr is not Apply { Op: Op.Subtract } difference
            || ProbabilityOf(difference.Arguments[0]) is not { } x
            || difference.Arguments[1] != Expr.Select(new IsLabel(), x.Like(1), x.Like(0)))
        {
            return null;
        }

        ShiftedExponentials e = new(x);
        return Expr.Select(new IsLabel(), -e.Quotient(e.Others, e.Total), e.Quotient(e.Exponential, e.Total));
    }

    private static Expr? SoftCrossEntropy(Expr expr)
    {
        if (expr is not OverClasses { ExceptLabel: false, Body: Apply { Op: Op.MultiplyOrZero } share } over
            || over.Reduction != Reduction.Sum
            || LogProbabilityOf(share.Arguments[1]) is not { } x)
        {
            return null;
        }

        ShiftedExponentials e = new(x);
        Expr y = share.Arguments[0];
        Expr fromMaximum = new OverClasses(Reduction.Sum, Expr.Of(Op.MultiplyOrZero, y, e.Maximum - x)).As("fromMaximum");
        return fromMaximum + (new OverClasses(Reduction.Sum, y).As("mass") * e.LogSum);
    }

    private static Expr? SoftCrossEntropyGradient(Expr expr)
    {
        if (expr is not Apply { Op: Op.Subtract } difference
            || difference.Arguments[0] is not Apply { Op: Op.Multiply } product
            || product.Arguments[0] is not OverClasses { ExceptLabel: false } sum
            || sum != new OverClasses(Reduction.Sum, difference.Arguments[1])
            || ProbabilityOf(product.Arguments[1]) is not { } x)
        {
            return null;
        }

        ShiftedExponentials e = new(x);
        Expr y = difference.Arguments[1];
        return e.Quotient((e.Exponential * sum.As("mass")) - y - (y * e.Excess), e.SumAboveOne);
    }

    private static Expr? LogProbability(Expr expr) =>
        LogProbabilityOf(expr) is { } x ? new ShiftedExponentials(x).NegativeLogProbability : null;

    private static Expr? Probability(Expr expr) =>
        ProbabilityOf(expr) is { } x ? new ShiftedExponentials(x).Probability : null;

    private static Expr? LogSumOfExponentials(Expr expr) =>
        expr is LogSumExp { Body: var x } ? new ShiftedExponentials(x).LogSumExp : null;

    private static Expr? SquareMinusOne(Expr expr) =>
        expr is Apply { Op: Op.Subtract } difference && IsOne(difference.Arguments[1]) && difference.Arguments[0] is Apply { Op: Op.Square } square
            ? (square.Arguments[0] - 1.0) * (square.Arguments[0] + 1.0)
            : null;

    private static Expr? MinusReciprocal(Expr expr) =>
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

    /// <summary>The quantities of the rules above, named as they shall be read in a kernel.</summary>
    private sealed class ShiftedExponentials(Expr x)
    {
        public Expr Maximum => new OverClasses(Reduction.Maximum, x).As("maximum");

        public Expr Exponential => Expr.Exp(Never(x - Maximum, above: 0)).As("exponential");

        public Expr AtLabel => new AtLabel(Exponential);

        public Expr Others => new OverClasses(Reduction.Sum, Exponential, ExceptLabel: true).As("others");

        // In float64, as are the accumulators it comes from: every gradient of the location is divided by it.
        public Expr Total => (Others.To(ScalarType.Double) + AtLabel.To(ScalarType.Double)).As("total");

        /// <summary>T: what the sum of all exponentials has above 1.</summary>
        public Expr Excess => (SumOf(Expr.Select(IsMaximum, x.Like(0), Exponential)).As("below") + (SumOf(Expr.Select(IsMaximum, Exponential, x.Like(0))).As("atMaximum") - 1.0)).As("excess");

        // Of the exponentials at least one is 1.
        public Expr LogSum => Expr.Log1P(Never(Excess, below: 0)).As("logSum");

        /// <summary>R + (e_g − 1), which is T once more, found by the label.</summary>
        public Expr LogSumByLabel => Expr.Log1P(Never(Others + (AtLabel - 1.0), below: 0));

        public Expr SumAboveOne => (Excess.To(ScalarType.Double) + 1.0).As("total");

        public Expr LogSumExp => Maximum + LogSum;

        public Expr NegativeLogProbability => (Maximum - x) + LogSum;

        public Expr Probability => Quotient(Exponential, SumAboveOne);

        // Not where it is infinite: there the exponential is NaN, and shall be seen.
        private Expr IsMaximum => Expr.Of(Op.Equal, x, Maximum);

        public Expr Quotient(Expr dividend, Expr divisor) => (dividend.To(ScalarType.Double) / divisor).To(x.Type.Scalar);

        private static Within Never(Expr value, double below = double.NegativeInfinity, double above = double.PositiveInfinity) => new(value, below, above);

        private static OverClasses SumOf(Expr body) => new(Reduction.Sum, body);
    }
}
