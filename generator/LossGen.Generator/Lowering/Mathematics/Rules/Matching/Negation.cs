using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics.Rules.Matching;

/// <summary>−x without a sign that need not be written: b − a for a − b, and x for −x. Both are exact.</summary>
internal static class Negation
{
    public static Expr Of(Expr expr) => expr.Unnamed() switch
    {
        Apply { Op: Op.Negate } negate => negate.Arguments[0],
        Constant constant => constant with { Value = -constant.Value.Value },
        Apply { Op: Op.Subtract } difference => difference.Arguments[1] - difference.Arguments[0],
        Apply { Op: Op.Multiply } product when product.Arguments[0].Unnamed() is Constant factor => -factor.Value.Value * product.Arguments[1],
        _ => -expr,
    };

    /// <summary>Whether an expression is written with a minus sign, so that its negation is the simpler one.</summary>
    public static bool IsWritten(Expr expr) => expr.Unnamed() switch
    {
        Apply { Op: Op.Negate } => true,
        Constant { Value.Value: var value } => value < 0,
        Apply { Op: Op.Multiply } product => IsWritten(product.Arguments[0]) && product.Arguments[0].Unnamed() is Constant,
        _ => false,
    };
}
