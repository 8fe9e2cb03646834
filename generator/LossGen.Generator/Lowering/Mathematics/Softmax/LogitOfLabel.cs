using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Derivatives;
using LossGen.Generator.Lowering.Mathematics.Rules;
using LossGen.Generator.Lowering.Mathematics.Rules.Matching;

namespace LossGen.Generator.Lowering.Mathematics.Softmax;

/// <summary>Brings the terms of the label's logit together, with the sign that they have in a log-sum-exp, so that its difference from that is recognised as one.</summary>
internal sealed class LogitOfLabel : Rule
{
    public override string Text => "log Σ exp(x + y) − x_g − y_g → log Σ exp(x + y) − (x_g + y_g)";

    public override NodeSet Needs => NodeSet.PendingReductions | NodeSet.Labels;

    public override Expr? Apply(Expr expr)
    {
        if (expr is not Apply { Op: Op.Add or Op.Subtract } || Terms.Of(expr) is not { Count: <= Terms.Most } terms)
        {
            return null;
        }

        for (int i = 0; i < terms.Count; i++)
        {
            if (terms[i].Rest is not { } rest || LogSumExpRules.FactorOf(rest) is not var (logSumExp, common))
            {
                continue;
            }

            foreach (Expr label in expr.Nodes(NodeSet.Labels).Distinct())
            {
                Expr atLabel = LogitsOf.At(logSumExp.ReadExcept().Term, label);
                if (Others(terms, i, common, atLabel, expr.Type) is { } others && !expr.PostOrder().Any(part => part != expr && LogitsOf.Are(part, atLabel)))
                {
                    Expr difference = logSumExp - atLabel;
                    Expr together = new Term(terms[i].Coefficient, common is null ? difference : common * difference).ToExpr(expr.Type);
                    return others.Count == 0 ? together : together + others.ToExpr(expr.Type);
                }
            }
        }

        return null;
    }

    // The terms besides the log-sum-exp and those of the label's logit; null if one of these is missing.
    private static Polynomial? Others(IReadOnlyList<Term> terms, int logSumExp, Expr? common, Expr atLabel, IrType type)
    {
        Polynomial ofLabel = Polynomial.Of(common is null ? atLabel : common * atLabel).Times(terms[logSumExp].Coefficient);
        Polynomial others = Polynomial.OfOthers(terms, logSumExp, type);
        Polynomial rest = others.Plus(ofLabel);
        return ofLabel.Count > 0 && !rest.IsTooLarge && rest.Count == others.Count - ofLabel.Count ? rest : null;
    }
}
