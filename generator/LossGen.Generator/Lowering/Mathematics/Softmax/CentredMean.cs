using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Rules;
using LossGen.Generator.Lowering.Mathematics.Rules.Matching;
using static LossGen.Generator.Kernel.Expr;
using static LossGen.Generator.Lowering.Mathematics.Rules.Matching.Wildcards;

namespace LossGen.Generator.Lowering.Mathematics.Softmax;

/// <summary>
/// The distance of z_c from its mean over the softmax, as the second derivatives of log Σ exp(x) have it: p_c·(z_c − Σ p·z). Where a class is sure, its own distance is small and the mean is
/// rounded, so z is first taken from that rounded mean m, exactly where they are near, and then from the mean of what remains, which has the rounding of m and nothing else, since Σ p is 1.
/// </summary>
internal sealed class CentredMean(int classes, Expr? label) : Rule
{
    private static readonly Expr Probability = Exp(X - OverClasses.LogSumExp(X));

    public override string Text => "z − Σ p·z → (z − m) − Σ p·(z − m), p being exp(x − log Σ exp(x)) and m being Σ p·z as rounded";

    public override NodeSet Needs => NodeSet.PendingReductions | NodeSet.Of(Op.Exp);

    public override Expr? Apply(Expr expr)
    {
        if (expr is not Apply { Op: Op.Add or Op.Subtract } || Terms.Of(expr) is not { Count: <= Terms.Most } terms)
        {
            return null;
        }

        for (int i = 0; i < terms.Count; i++)
        {
            Factors factors = terms[i].Rest is { } rest ? Factors.Of(rest.Unnamed()) : new Factors(1, [], []);
            for (int j = 0; j < factors.Above.Count; j++)
            {
                if (factors.Above[j].Unnamed() is Reduce { Body: var body } sum && sum.Reduction == Reduction.Sum && Centred(terms, i, factors.Replacing(j, null), body, expr.Type) is { } centred)
                {
                    return centred;
                }
            }
        }

        return null;
    }

    // common·(Σ p·y + z) with the other terms that have the same factors: as Σ p·y is Σ p·(y + z) − Σ p·z, the first of which is simpler, these are what the mean is that of.
    private Expr? Centred(IReadOnlyList<Term> terms, int mean, Factors common, Expr body, IrType type)
    {
        if (common.Below.Count > 0)
        {
            return null;
        }

        foreach (Expr probability in body.Nodes(NodeSet.Of(Op.Exp)).Where(IsProbability).Distinct())
        {
            if (Cofactor(body, probability) is not { } weighted)
            {
                continue;
            }

            Polynomial left = Polynomial.Of(weighted);
            List<Term> distances = [], others = [];
            foreach (Term term in terms.Where((_, index) => index != mean))
            {
                Expr? cofactor = common.Above.Aggregate(term.Rest, static (part, factor) => part is null ? null : Cofactor(part, factor));
                double coefficient = term.Coefficient / (terms[mean].Coefficient * common.Coefficient);
                if (cofactor is not null && cofactor.DependsOnClass() && left.Plus(Polynomial.Of(cofactor).Times(coefficient)) is { IsTooLarge: false } sum && sum.Count < left.Count)
                {
                    left = sum;
                    distances.Add(new Term(coefficient, cofactor));
                }
                else
                {
                    others.Add(term);
                }
            }

            if (distances.Count > 0)
            {
                Expr whole = Distance(Terms.ToExpr(distances, type), probability);
                whole = left.Count == 0 ? whole : whole + OverClasses.Sum(left.ToExpr(type) * probability);
                others.Insert(0, new Term(terms[mean].Coefficient * common.Coefficient, common.Above.Aggregate(whole, static (all, factor) => factor * all)));
                return Terms.ToExpr(others, type);
            }
        }

        return null;
    }

    // z − Σ p·z
    private Expr Distance(Expr z, Expr probability)
    {
        Expr x = Matcher.Whole(Probability, probability, Match.None).First()[X];
        ShiftedExponentials e = ShiftedExponentials.Of(x, classes, label);
        CommonScale scale = CommonScale.Of(z);
        Expr distance = scale.Inner - Mean(scale.Inner).As("mean");
        return scale.OfDifference(distance - Mean(distance).As("rounding"));

        Expr Mean(Expr value) => OverClasses.Sum(e.Exponential.To(value.Type.Scalar) * value) * e.ReciprocalOfSum.To(value.Type.Scalar);
    }

    private static bool IsProbability(Expr expr) => Matcher.Whole(Probability, expr, Match.None).Any();

    // The quotient of an expression and one of its factors, or of the factors of each of its terms; null if it does not have it.
    private static Expr? Cofactor(Expr expr, Expr factor)
    {
        if (Canonical.AreSame(expr, factor))
        {
            return expr.Like(1);
        }

        return expr.Unnamed() switch
        {
            Apply { Op: Op.Negate } negate => Cofactor(negate.Arguments[0], factor) is { } negated ? -negated : null,
            Apply { Op: Op.Add or Op.Subtract } sum => Cofactor(sum.Arguments[0], factor) is { } first && Cofactor(sum.Arguments[1], factor) is { } second ? Of(sum.Op, first, second) : null,
            Apply { Op: Op.Multiply } product => Cofactor(product.Arguments[0], factor) is { } first ? Product(first, product.Arguments[1])
                : Cofactor(product.Arguments[1], factor) is { } second ? Product(product.Arguments[0], second)
                : null,
            Apply { Op: Op.Divide } quotient when Cofactor(quotient.Arguments[0], factor) is { } dividend => dividend / quotient.Arguments[1],
            _ => null,
        };

        static Expr Product(Expr left, Expr right) => left is Constant { Value.Value: 1 } ? right : right is Constant { Value.Value: 1 } ? left : left * right;
    }
}
