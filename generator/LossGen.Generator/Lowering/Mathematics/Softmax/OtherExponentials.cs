using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics.Softmax;

/// <summary>The exponentials of all classes but the label, from the maximum m′ of their own logits.</summary>
/// <param name="x">The logit of a class.</param>
/// <param name="label">The label.</param>
internal sealed class OtherExponentials(Expr x, Expr label)
{
    private readonly CommonScale scale = CommonScale.Of(x);

    /// <summary>e′_c/R′</summary>
    public Expr Probability => Exponential / Sum;

    /// <summary>x_g − log R</summary>
    public Expr Margin => scale.OfDifference(scale.Inner.At(label) - UnscaledMaximum) - Expr.Log(Sum);

    /// <summary>log R − x_g</summary>
    public Expr NegativeMargin => scale.OfDifference(UnscaledMaximum - scale.Inner.At(label)) + Expr.Log(Sum);

    /// <summary>log R</summary>
    public Expr LogSumExp => scale.Whole(UnscaledMaximum) + Expr.Log(Sum);

    private Expr UnscaledMaximum => scale.AtMaximum(label, "othersMaximum");

    // Not for the label, whose exponential may be infinite and is excluded from the sum.
    private Expr Exponential => Expr.Exp(scale.OfDifference(scale.Inner - UnscaledMaximum)).As("exponential");

    private Expr Sum => OverClasses.Sum(Exponential).Except(label).As("others");
}
