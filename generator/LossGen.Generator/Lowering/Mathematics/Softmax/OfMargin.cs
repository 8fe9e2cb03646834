using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Rules.Matching;

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
        Expr? logits = expr.Nodes(NodeSet.Of(Op.Log1MExp)).Cast<Apply>().Select(static logarithm => LogitsOf(Negation.Of(logarithm.Arguments[0]))).FirstOrDefault(static found => found is not null);
        return logits is null ? null : expr.Rewrite(part =>
            LogitsOf(part) == logits ? CrossEntropy(logits)
            : part is Apply { Op: Op.Subtract } difference && LogitsOf(difference.Arguments[1], difference.Arguments[0]) == logits ? -CrossEntropy(logits)
            : part);
    }

    private static Expr CrossEntropy(Expr logits) => Expr.Of(Op.Softplus, new LogSumExp(logits, ExceptLabel: true) - new AtLabel(logits));

    // x in log Σ exp(x_c) − x_g.
    private static Expr? LogitsOf(Expr expr) => expr.Unnamed() is Apply { Op: Op.Subtract } difference ? LogitsOf(difference.Arguments[0], difference.Arguments[1]) : null;

    private static Expr? LogitsOf(Expr minuend, Expr subtrahend) =>
        minuend.Unnamed() is LogSumExp { ExceptLabel: false, Body: var logits } && subtrahend.Unnamed() is AtLabel { Body: var atLabel } && atLabel == logits ? logits : null;
}
