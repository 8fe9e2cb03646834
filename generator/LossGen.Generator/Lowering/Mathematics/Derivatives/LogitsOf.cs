using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Rules.Matching;

namespace LossGen.Generator.Lowering.Mathematics.Derivatives;

/// <summary>
/// The logits z_c = f(x_c) of a log-sum-exp, which count as a local variable: the derivative of log Σ exp(z) − z_g by z_c is p_c − [c = g], whatever f
/// is, and keeps the digits of 1 − p_g; f′ is a factor of the whole difference, not of each of its terms.
/// </summary>
internal static class LogitsOf
{
    /// <summary>The logits of all log-sum-exps of a formula that depend on an input and are not just an element, inner ones first.</summary>
    public static IEnumerable<Expr> Formula(Expr formula, Expr input) => formula.Nodes(NodeSet.PendingReductions).OfType<Reduce>()
        .Where(static reduce => reduce.Reduction == Reduction.LogSumExp)
        .Select(static reduce => reduce.ReadExcept().Term)
        .Where(logits => logits is not Element && logits.DependsOnClass() && logits.DependsOn(input))
        .Distinct();

    /// <summary>The classes at which a formula reads what it also has for each class.</summary>
    public static IEnumerable<Expr> Places(Expr formula) => formula.Nodes(NodeSet.Labels | NodeSet.Elements)
        .Select(static node => node is Element element ? element.Class : node)
        .Where(static place => place is Label or Constant)
        .Distinct();

    /// <summary>The logits at a class, as a formula writes them there: a choice by the class is made.</summary>
    public static Expr At(Expr logits, Expr place) => Simplify.Expression(logits.At(place));

    /// <summary>Whether an expression is that, in any order of terms and factors.</summary>
    public static bool Are(Expr expr, Expr atPlace) => expr.Type == atPlace.Type && expr.Contents.Overlaps(NodeSet.OnClassAxis) && Canonical.AreSame(expr, atPlace);
}
