using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Building;

/// <summary>
/// A formula along an axis that is Σ f(x_c, y_c, …) and nothing else. Then the loss is a sum over elements, wherever the axis is, and its kernels run over
/// elements: no location has to be found, and nothing is brought together in tiles.
/// </summary>
internal static class SumOfElements
{
    /// <summary>Whether a loss's kernels run over elements.</summary>
    public static bool RunsOverElements(LossSpec spec)
    {
        if (!spec.Definition.IsAlongClassAxis)
        {
            return true;
        }

        if (spec.Definition is not AxisFormula formula || spec.HasEach || spec.Weighting is not null || spec.Inputs.Any(static input => input.Kind is not (InputKind.Elements or InputKind.Learned)))
        {
            return false;
        }

        return formula.Cases.All(static each => each.Summands.All(static summand => TermOf(summand) is not null));
    }

    /// <summary>f, if a formula is Σ f.</summary>
    public static Expr? TermOf(Expr formula) => formula.Unnamed() switch
    {
        Reduce sum when sum.Reduction == Reduction.Sum && IsOfOneElement(sum.Body) => sum.Body,
        Apply { Op: Op.Negate } negative => Map(negative.Arguments[0], static f => -f),
        Apply { Op: Op.Convert } convert => Map(convert.Arguments[0], f => f.To(convert.Type.Scalar)),
        Apply { Op: Op.Add or Op.Subtract } sum => Map(sum.Arguments[0], left => Map(sum.Arguments[1], right => Expr.Of(sum.Op, left, right))),
        Apply { Op: Op.Multiply } product when IsKnown(product.Arguments[0]) => Map(product.Arguments[1], f => product.Arguments[0] * f),
        Apply { Op: Op.Multiply } product when IsKnown(product.Arguments[1]) => Map(product.Arguments[0], f => product.Arguments[1] * f),
        Apply { Op: Op.Divide } quotient when IsKnown(quotient.Arguments[1]) => Map(quotient.Arguments[0], f => quotient.Arguments[1].Like(1) / quotient.Arguments[1] * f),
        _ => null,
    };

    private static Expr? Map(Expr formula, Func<Expr, Expr?> map) => TermOf(formula) is { } term ? map(term) : null;

    private static bool IsKnown(Expr factor) => !factor.Contents.Overlaps(NodeSet.OnClassAxis | NodeSet.Loads);

    private static bool IsOfOneElement(Expr expr) => expr switch
    {
        Element element => element is { Class: AxisIndex, Tensor.Role: TensorRole.Input },
        AxisIndex or Label or Reduce => false,
        _ => expr.Children().All(IsOfOneElement),
    };
}
