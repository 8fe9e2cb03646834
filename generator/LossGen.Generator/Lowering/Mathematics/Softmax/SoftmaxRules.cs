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
/// Σ_c (p_c − [c = g])·y_c             →  Σ_c e_c·(y_c − y_g)/(R + e_g)
/// Σ_c −y_c                            →  −Σ_c y_c
/// z_c − Σ_j p_j·z_j                   →  (z_c − m) − Σ_j p_j·(z_j − m), m being the same mean as rounded (<see cref="CentredMean"/>)
/// Σ_c y_c·(log Σ exp(x) − x_c)        →  Σ_c y_c·(m − x_c) + (Σ_c y_c)·log1p(T)
/// Y·exp(x_c − log Σ exp(x)) − y       →  ((e_c·Y − y) − y·T)/(1 + T)
/// log Σ exp(x) − Σ_c x_c/C            →  log1p(T) − Σ_c (x_c − m)/C
/// log Σ exp(x) − x_c                  →  (m − x_c) + log1p(T)
/// log Σ exp(x_c)                      →  m + log1p(T)
/// x_g − log Σ_{c ≠ g} exp(x_c)        →  (x_g − m′) − log R′
/// log Σ_{c ≠ g} exp(x_c)              →  m′ + log R′, of the others' own maximum m′ and R′ = Σ_{c ≠ g} exp(x_c − m′)
/// exp(x_c − log Σ exp(x)) − 1         →  −((1 − e_c) + T)/(1 + T)
/// exp(x_c − log Σ exp(x))             →  e_c/(1 + T)
/// </code>
/// where T = Σ_{x_c ≠ m} e_c + (Σ_{x_c = m} e_c − 1) is the excess of the sum of the e_c over 1, computed without the 1 ever absorbing it (with a
/// label it is R + (e_g − 1), which needs no further sums; for two classes it is the lesser of two exponentials, see <see
/// cref="ShiftedExponentialsOfTwo"/>). Where the label dominates, e_g is exactly 1, and both the loss and its gradient are R times a factor near 1:
/// no digit is lost, however certain the prediction. Elsewhere the loss is at least log 2 and nothing cancels. Where logits have a scale in common, it is
/// applied to their differences (<see cref="CommonScale"/>).
/// </summary>
internal static class SoftmaxRules
{
    /// <summary>log Σ exp(x_c) − x_g</summary>
    public static readonly Expr CrossEntropy = OverClasses.LogSumExp(X) - AtLabel;

    private static Expr AtLabel => new WildcardAt(X, G);

    private static readonly Expr OfOthers = OverClasses.LogSumExp(X).Except(G);

    private static readonly Expr LogProbability = OverClasses.LogSumExp(X) - X;

    private static readonly Expr Probability = Exp(X - OverClasses.LogSumExp(X));

    private static readonly Expr IsLabel = Select(OverClasses.IsLabel(G), One, Zero);

    /// <summary>The rules for a location with this many classes; the widest pattern comes first.</summary>
    /// <param name="classes">The number of classes.</param>
    /// <param name="label">The label by which sums are split, if there is one.</param>
    public static IReadOnlyList<Rule> At(int classes, Expr? label)
    {
        return
        [
            Rule(CrossEntropy, "distance + log1p(R + (e_g − 1))", OfCrossEntropy),
            Rule(AtLabel - OverClasses.LogSumExp(X), "−distance − log1p(R + (e_g − 1))", static (e, match) => -OfCrossEntropy(e, match)),
            Rule(Probability - IsLabel, "−R/(R + e_g) or e_c/(R + e_g)", static (e, match) => Select(OverClasses.IsLabel(match[G]), -e.Quotient(e.Others, e.Total), e.Quotient(e.Other, e.Total))),
            new Rewrite(Exp(X - OfOthers), "e′_c/R′", static (match, _) => new OtherExponentials(match[X], match[G]).Probability) { IsWhole = true },
            new Rewrite(AtLabel - OfOthers, "(x_g − m′) − log R′", static (match, _) => new OtherExponentials(match[X], match[G]).Margin) { IsWhole = true },
            new Rewrite(OfOthers - AtLabel, "(m′ − x_g) + log R′", static (match, _) => new OtherExponentials(match[X], match[G]).NegativeMargin) { IsWhole = true },
            new Rewrite(OfOthers, "m′ + log R′", static (match, _) => new OtherExponentials(match[X], match[G]).LogSumExp) { IsWhole = true },
            Rule(IsLabel - Probability, "R/(R + e_g) or −e_c/(R + e_g)", static (e, match) => Select(OverClasses.IsLabel(match[G]), e.Quotient(e.Others, e.Total), -e.Quotient(e.Other, e.Total))),
            Rule(Exp(-CrossEntropy), "e_g/(R + e_g)", static (e, _) => e.ProbabilityOfLabel),
            Rule(-ExpM1(-CrossEntropy), "R/(R + e_g)", static (e, _) => e.ProbabilityOfOthers),
            Rule(ExpM1(-CrossEntropy), "−R/(R + e_g)", static (e, _) => -e.ProbabilityOfOthers),
            Rule(ExpM1(CrossEntropy), "R/e_g", static (e, _) => e.OddsOfOthers),
            Rule(Exp(CrossEntropy), "(R + e_g)/e_g", static (e, _) => e.ReciprocalProbabilityOfLabel),
            new Rewrite(OverClasses.Sum(Y), "Σ e_c·(y_c − y_g)/(R + e_g), y having the factor p_c − [c = g]", (match, _) => OfMeanDistance(match[Y], classes)) { IsWhole = true },
            new Rewrite(OverClasses.Sum(-Y), "−Σ y", static (match, _) => -OverClasses.Sum(match[Y])) { IsWhole = true },
            Rule(OverClasses.Sum(Of(Op.MultiplyOrZero, Y, LogProbability)), "Σ y·(m − x) + (Σ y)·log1p(T)", OfSoftLabels),
            new CentredMean(classes, label),
            Rule((OverClasses.Sum(Y) * Probability) - Y, "((e_c·Σ y − y) − y·T)/(1 + T)", OfSoftLabelsSlope),
            Rule(OverClasses.LogSumExp(X) - Y, "log1p(T) − Σ (x − m)/C", (e, match) => IsMean(match[Y].Unnamed(), match[X], classes)
                ? e.LogSum - (OverClasses.Sum(e.FromMaximum).As("fromMaximum") / match[X].Like(classes))
                : null),
            Rule(LogProbability, "(m − x_c) + log1p(T)", static (e, _) => e.NegativeLogProbability),
            Rule(ExpM1(X - OverClasses.LogSumExp(X)), "−((1 − e_c) + T)/(1 + T)", static (e, _) => -e.ProbabilityOfTheRest),
            Rule(Probability, "e_c/(1 + T)", static (e, _) => e.Probability),
            Rule(OverClasses.LogSumExp(X), "m + log1p(T)", static (e, _) => e.LogSumExp),
        ];

        Rewrite Rule(Expr pattern, string text, Func<ShiftedExponentials, Match, Expr?> result) =>
            new(pattern, text, (match, _) => result(ShiftedExponentials.Of(match[X], classes, match.Find(G) ?? label), match)) { IsWhole = true };
    }

    private static Expr OfCrossEntropy(ShiftedExponentials e, Match match) => (e.LabelBelowMaximum + e.LogSumByLabel.To(ScalarType.Double)).To(match[X].Type.Scalar);

    // Since Σ p_c is 1: Σ (p_c − [c = g])·y_c = Σ p_c·(y_c − y_g), in which a sure label leaves only small terms, and no difference of large ones.
    private static Expr? OfMeanDistance(Expr product, int classes)
    {
        Factors factors = Factors.Of(product.Unnamed());
        for (int i = 0; i < factors.Above.Count; i++)
        {
            foreach ((Expr pattern, double sign) in new[] { (Probability - IsLabel, 1.0), (IsLabel - Probability, -1.0) })
            {
                if (Matcher.Whole(pattern, factors.Above[i], Match.None).FirstOrDefault() is { } match && factors.Replacing(i, null) is { IsConstant: false } others)
                {
                    ShiftedExponentials e = ShiftedExponentials.Of(match[X], classes, match[G]);
                    CommonScale y = CommonScale.Of((others with { Coefficient = sign * others.Coefficient }).ToExpr(product.Type));
                    Expr distances = OverClasses.Sum(e.Other * (y.Inner - y.Inner.At(match[G]))).Except(match[G]).As("distances");
                    return y.OfDifference(e.Quotient(distances, e.Total));
                }
            }
        }

        return null;
    }

    private static Expr OfSoftLabels(ShiftedExponentials e, Match match)
    {
        Expr fromMaximum = OverClasses.Sum(Of(Op.MultiplyOrZero, match[Y], e.BelowMaximum)).As("fromMaximum");
        return fromMaximum + (OverClasses.Sum(match[Y]).As("mass") * e.LogSum);
    }

    private static Expr OfSoftLabelsSlope(ShiftedExponentials e, Match match)
    {
        Expr y = match[Y];
        return e.Quotient((e.Exponential * OverClasses.Sum(y).As("mass")) - y - (y * e.Excess), e.SumAboveOne);
    }

    // A sum divided by the number of classes or, if that is a power of two, multiplied by its reciprocal.
    private static bool IsMean(Expr expr, Expr x, int classes) => expr is Apply apply && (apply.Op, Sum: OverClasses.Sum(x)) switch
    {
        (Op.Divide, var sum) => apply.Arguments[0].Unnamed() == sum && apply.Arguments[1] is Constant count && count.Value.Value == classes,
        (Op.Multiply, var sum) => apply.Arguments[1].Unnamed() == sum && apply.Arguments[0] is Constant share && share.Value.Value == 1.0 / classes,
        _ => false,
    };
}
