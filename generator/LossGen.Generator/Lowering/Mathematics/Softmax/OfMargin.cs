using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Rules.Matching;
using static LossGen.Generator.Lowering.Mathematics.Rules.Matching.Wildcards;

namespace LossGen.Generator.Lowering.Mathematics.Softmax;

/// <summary>
/// Writes a formula over classes that uses log(1 − p), with p the label's probability, in terms of the margin t = x_g − log Σ_{c ≠ g} exp(x_c): p =
/// sigmoid(t), 1 − p = sigmoid(−t). Thus the probability of the others has all its digits, and a logarithm, even where the label's probability rounds
/// to 1.
/// </summary>
internal static class OfMargin
{
    /// <summary>The expression in terms of the margin; null if it does not use log(1 − p).</summary>
    public static Expr? Of(Expr expr)
    {
        (Expr Logits, Expr Label)? found = expr.Nodes(NodeSet.Of(Op.Log1MExp)).Cast<Apply>().Select(static logarithm => Read(Negation.Of(logarithm.Arguments[0]))).FirstOrDefault(static found => found is not null);
        return found is not var (logits, label) ? null : expr.Rewrite(part =>
            Read(part) == found ? CrossEntropy(logits, label)
            : part is Apply { Op: Op.Subtract } && Read(Negation.Of(part)) == found ? -CrossEntropy(logits, label)
            : part);
    }

    private static Expr CrossEntropy(Expr logits, Expr label) => Expr.Of(Op.Softplus, OverClasses.LogSumExp(logits).Except(label) - logits.At(label));

    // x and g in log Σ exp(x_c) − x_g.
    private static (Expr Logits, Expr Label)? Read(Expr expr) => Matcher.Whole(SoftmaxRules.CrossEntropy, expr, Match.None).Select(static match => ((Expr, Expr)?)(match[X], match[G])).FirstOrDefault();
}
