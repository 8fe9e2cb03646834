using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Rules;
using LossGen.Generator.Lowering.Mathematics.Rules.Matching;
using static LossGen.Generator.Kernel.Expr;
using static LossGen.Generator.Lowering.Mathematics.Rules.Matching.Wildcards;

namespace LossGen.Generator.Lowering.Mathematics.Softmax;

/// <summary>
/// Expressions over the class axis in the form that keeps their digits. With m = max_c x_c, e_c = exp(x_c − m) (all in [0, 1], one of them 1) and R =
/// Σ_{c ≠ g} e_c:
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
/// x_g − log Σ_{c ≠ g} exp(x_c)        →  (x_g − m′) − log R′
/// log Σ_{c ≠ g} exp(x_c)              →  m′ + log R′, of the others' own maximum m′ and R′ = Σ_{c ≠ g} exp(x_c − m′)
/// exp(x_c − log Σ exp(x))             →  e_c/(1 + T)
/// </code>
/// where T = Σ_{x_c ≠ m} e_c + (Σ_{x_c = m} e_c − 1) is the excess of the sum of the e_c over 1, computed without the 1 ever absorbing it (with a
/// label it is R + (e_g − 1), which needs no further sums; for two classes it is the lesser of two exponentials, see <see
/// cref="ShiftedExponentialsOfTwo"/>). Where the label dominates, e_g is exactly 1, and both the loss and its gradient are R times a factor near 1:
/// no digit is lost, however certain the prediction. Elsewhere the loss is at least log 2 and nothing cancels.
/// </summary>
internal static class SoftmaxRules
{
    private static readonly Expr CrossEntropy = new LogSumExp(X) - new AtLabel(X);

    private static readonly Expr OfOthers = new LogSumExp(X, ExceptLabel: true);

    private static readonly Expr LogProbability = new LogSumExp(X) - X;

    private static readonly Expr Probability = Exp(X - new LogSumExp(X));

    /// <summary>The rules for a location with this many classes, with or without a label. The widest pattern comes first.</summary>
    public static IReadOnlyList<Rule> At(int classes, bool hasLabel)
    {
        return
        [
            Rule(CrossEntropy, "distance + log1p(R + (e_g − 1))", OfCrossEntropy),
            Rule(Probability - Select(new IsLabel(), One, Zero), "−R/(R + e_g) or e_c/(R + e_g)", static (e, _) => Select(new IsLabel(), -e.Quotient(e.Others, e.Total), e.Quotient(e.Other, e.Total))),
            new Rewrite(Exp(X - OfOthers), "e′_c/R′", static (match, _) => OthersExponential(match[X]) / OthersSum(match[X])) { IsWhole = true },
            new Rewrite(new AtLabel(X) - OfOthers, "(x_g − m′) − log R′", static (match, _) => new AtLabel(match[X]) - OthersMaximum(match[X]) - Log(OthersSum(match[X]))) { IsWhole = true },
            new Rewrite(OfOthers - new AtLabel(X), "(m′ − x_g) + log R′", static (match, _) => OthersMaximum(match[X]) - new AtLabel(match[X]) + Log(OthersSum(match[X]))) { IsWhole = true },
            new Rewrite(OfOthers, "m′ + log R′", static (match, _) => OthersMaximum(match[X]) + Log(OthersSum(match[X]))) { IsWhole = true },
            Rule(Exp(-CrossEntropy), "e_g/(R + e_g)", static (e, _) => e.ProbabilityOfLabel),
            Rule(-ExpM1(-CrossEntropy), "R/(R + e_g)", static (e, _) => e.ProbabilityOfOthers),
            Rule(ExpM1(-CrossEntropy), "−R/(R + e_g)", static (e, _) => -e.ProbabilityOfOthers),
            Rule(ExpM1(CrossEntropy), "R/e_g", static (e, _) => e.OddsOfOthers),
            Rule(Exp(CrossEntropy), "(R + e_g)/e_g", static (e, _) => e.ReciprocalProbabilityOfLabel),
            Rule(new OverClasses(Reduction.Sum, Of(Op.MultiplyOrZero, Y, LogProbability)), "Σ y·(m − x) + (Σ y)·log1p(T)", OfSoftLabels),
            Rule((new OverClasses(Reduction.Sum, Y) * Probability) - Y, "((e_c·Σ y − y) − y·T)/(1 + T)", OfSoftLabelsSlope),
            Rule(new LogSumExp(X) - Y, "log1p(T) − Σ (x − m)/C", (e, match) => IsMean(match[Y].Unnamed(), match[X], classes)
                ? e.LogSum - (new OverClasses(Reduction.Sum, match[X] - e.Maximum).As("fromMaximum") / match[X].Like(classes))
                : null),
            Rule(LogProbability, "(m − x_c) + log1p(T)", static (e, _) => e.NegativeLogProbability),
            Rule(Probability, "e_c/(1 + T)", static (e, _) => e.Probability),
            Rule(new LogSumExp(X), "m + log1p(T)", static (e, _) => e.LogSumExp),
        ];

        Rewrite Rule(Expr pattern, string text, Func<ShiftedExponentials, Match, Expr?> result) =>
            new(pattern, text, (match, _) => result(ShiftedExponentials.Of(match[X], classes, hasLabel), match)) { IsWhole = true };
    }

    private static Expr OthersMaximum(Expr x) => new OverClasses(Reduction.Maximum, x, ExceptLabel: true).As("othersMaximum");

    // Not for the label, whose exponential may be infinite and is excluded from the sum.
    private static Expr OthersExponential(Expr x) => Exp(x - OthersMaximum(x)).As("exponential");

    private static Expr OthersSum(Expr x) => new OverClasses(Reduction.Sum, OthersExponential(x), ExceptLabel: true).As("others");

    // In float64: the distance from the maximum may be twice the range of float32.
    private static Expr OfCrossEntropy(ShiftedExponentials e, Match match)
    {
        Expr distance = e.Maximum.To(ScalarType.Double) - new AtLabel(match[X]).To(ScalarType.Double);
        return (distance + e.LogSumByLabel.To(ScalarType.Double)).To(match[X].Type.Scalar);
    }

    private static Expr OfSoftLabels(ShiftedExponentials e, Match match)
    {
        Expr fromMaximum = new OverClasses(Reduction.Sum, Of(Op.MultiplyOrZero, match[Y], e.Maximum - match[X])).As("fromMaximum");
        return fromMaximum + (new OverClasses(Reduction.Sum, match[Y]).As("mass") * e.LogSum);
    }

    private static Expr OfSoftLabelsSlope(ShiftedExponentials e, Match match)
    {
        Expr y = match[Y];
        return e.Quotient((e.Exponential * new OverClasses(Reduction.Sum, y).As("mass")) - y - (y * e.Excess), e.SumAboveOne);
    }

    // A sum divided by the number of classes or, if that is a power of two, multiplied by its reciprocal.
    private static bool IsMean(Expr expr, Expr x, int classes) => expr is Apply apply && (apply.Op, Sum: new OverClasses(Reduction.Sum, x)) switch
    {
        (Op.Divide, var sum) => apply.Arguments[0].Unnamed() == sum && apply.Arguments[1] is Constant count && count.Value.Value == classes,
        (Op.Multiply, var sum) => apply.Arguments[1].Unnamed() == sum && apply.Arguments[0] is Constant share && share.Value.Value == 1.0 / classes,
        _ => false,
    };
}
