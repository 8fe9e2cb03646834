using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Building;

/// <summary>
/// The softmax loss of a shard of the classes. Of a location it states the maximum m, R = Σ_{c ≠ g} exp(x_c − m) and x_g, which merge over shards; and the gradient from what they merge to. The label's
/// exponential is left out of R, so that 1 − p keeps its digits where p is almost 1. A label is a number here, compared and never looked up, as it may be no class of the shard.
/// </summary>
internal static class ShardStatistics
{
    /// <summary>The tensors, in the order in which users see them in one span.</summary>
    public static IEnumerable<Tensor> Tensors(TensorRole role, ScalarType element) =>
    [
        new Tensor("maxima", element, role, TensorLayout.Locations, (int)OutputKinds.Maxima),
        new Tensor("others", element, role, TensorLayout.Locations, (int)OutputKinds.Others),
        new Tensor("labelLogits", element, role, TensorLayout.Locations, (int)OutputKinds.LabelLogits),
    ];

    /// <summary>One of them, of a shard.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="logit">The logit of a class.</param>
    /// <param name="label">The label, counted from the first class of the shard.</param>
    public static Expr ValueOf(OutputKinds kind, Expr logit, Expr label)
    {
        Expr maximum = OverClasses.Maximum(logit).As("maximum");
        return kind switch
        {
            OutputKinds.Maxima => maximum,
            OutputKinds.LabelLogits => OverClasses.Sum(Expr.Select(IsLabel(label), logit, logit.Like(0))).As("labelLogit"),
            _ => OverClasses.Sum(Expr.Select(IsLabel(label), logit.Like(0), Exponential(logit, Finite(maximum)))).As("others"),
        };
    }

    /// <summary>The gradient by a logit: scale·(exp(x_c − m)/T), at the label −scale·R/T, where T = R + exp(x_g − m).</summary>
    /// <param name="scale">Its factor.</param>
    /// <param name="logit">The logit.</param>
    /// <param name="label">The label, counted from the first class of the shard.</param>
    /// <param name="merged">The statistics of all classes.</param>
    public static Expr GradientOf(Expr scale, Expr logit, Expr label, Func<OutputKinds, Expr> merged)
    {
        Expr maximum = merged(OutputKinds.Maxima);
        Expr others = merged(OutputKinds.Others);
        Expr total = (others.To(ScalarType.Double) + Exponential(merged(OutputKinds.LabelLogits), maximum).To(ScalarType.Double)).As("total");
        Expr factor = (scale / total).To(logit.Type.Scalar).As("gradientScale");
        return Expr.Select(IsLabel(label), -(others * factor), Exponential(logit, maximum) * factor);
    }

    private static Expr IsLabel(Expr label) => Expr.Of(Op.Equal, OverClasses.Index.To(label.Type.Scalar), label);

    private static Expr Exponential(Expr logit, Expr maximum) => Expr.Exp(new Within(logit - maximum, double.NegativeInfinity, 0)).As("exponential");

    // A shard may have no class that counts: all logits −∞, and exponentials 0.
    private static Expr Finite(Expr maximum) => Expr.Select(Expr.Of(Op.Equal, maximum, maximum.Like(double.NegativeInfinity)), maximum.Like(0), maximum).As("shift");
}
