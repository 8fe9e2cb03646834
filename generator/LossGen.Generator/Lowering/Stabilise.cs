using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Puts expressions over the class axis into the form that keeps its accuracy. With m = max_c x_c, e_c = exp(x_c − m)
/// (all in [0, 1], one of them 1) and R = Σ_{c ≠ g} e_c:
/// <code>
/// log Σ exp(x_c) − x_g                →  (m − x_g) + log1p(R + (e_g − 1))
/// exp(x_c − log Σ exp(x)) − [c = g]   →  −R/(R + e_g) at the label, e_c/(R + e_g) elsewhere
/// log Σ exp(x_c)                      →  m + log Σ e_c
/// exp(x_c − log Σ exp(x))             →  e_c / Σ e_c
/// </code>
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
    private static readonly IReadOnlyList<Func<Expr, Expr?>> Rules =
    [
        CrossEntropy,
        CrossEntropyGradient,
        Probability,
        LogSumOfExponentials,
        SquareMinusOne,
        MinusReciprocal,
    ];

    public static LossKernel Run(LossKernel kernel) => kernel with { Body = kernel.Body.MapAllExpressions(Expression) };

    // Top-down: the widest pattern is tried before its parts are rewritten.
    private static Expr Expression(Expr expr) =>
        Rules.Select(rule => rule(expr)).FirstOrDefault(static result => result is not null) ?? expr.MapChildren(Expression);

    private static Expr? CrossEntropy(Expr expr)
    {
        if (expr is not Apply { Op: Op.Subtract } difference
            || difference.Arguments[0].Unnamed() is not LogSumExp { Body: var x }
            || difference.Arguments[1].Unnamed() != new AtLabel(x))
        {
            return null;
        }

        ShiftedExponentials e = new(x);
        return (e.Maximum - new AtLabel(x)) + Expr.Log1P(e.Others + (e.AtLabel - 1.0));
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

    private static Expr? Probability(Expr expr) =>
        ProbabilityOf(expr) is { } x ? new ShiftedExponentials(x) is var e ? e.Quotient(e.Exponential, e.Sum.To(ScalarType.Double)) : null : null;

    private static Expr? LogSumOfExponentials(Expr expr) =>
        expr is LogSumExp { Body: var x } ? new ShiftedExponentials(x) is var e ? e.Maximum + Expr.Log(e.Sum) : null : null;

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

        public Expr Exponential => Expr.Exp(x - Maximum).As("exponential");

        public Expr AtLabel => new AtLabel(Exponential);

        public Expr Others => new OverClasses(Reduction.Sum, Exponential, ExceptLabel: true).As("others");

        // In float64, as are the accumulators it comes from: every gradient of the location is divided by it.
        public Expr Total => (Others.To(ScalarType.Double) + AtLabel.To(ScalarType.Double)).As("total");

        public Expr Sum => new OverClasses(Reduction.Sum, Exponential).As("total");

        public Expr Quotient(Expr dividend, Expr divisor) => (dividend.To(ScalarType.Double) / divisor).To(x.Type.Scalar);
    }
}
