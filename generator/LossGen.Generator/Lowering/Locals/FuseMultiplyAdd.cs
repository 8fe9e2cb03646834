using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Locals;

/// <summary>
/// a·b + c → fma(a, b, c), c − a·b → fma(−a, b, c), a·b − c → fma(a, b, −c): one rounding instead of two, and stated by name, so that every machine
/// computes the same bits. It runs before values are shared, because sharing depends on what else a kernel computes: thus a gradient has the same
/// bits with and without the value.
/// </summary>
internal static class FuseMultiplyAdd
{
    public static Pass Pass { get; } = new(nameof(FuseMultiplyAdd), "contracts a·b + c to one rounding", Run)
    {
        Forbids = NodeSet.OnClassAxis,
        Introduces = NodeSet.Of(Op.FusedMultiplyAdd),
    };

    public static LossKernel Run(LossKernel kernel) => kernel with
    {
        Body = kernel.Body.Rewrite(NodeSet.Of(Op.Multiply), Node),
    };

    private static Expr Node(Expr expr)
    {
        if (expr is not Apply { Type.IsFloating: true, Op: Op.Add or Op.Subtract } sum)
        {
            return expr;
        }

        (Expr left, Expr right) = (sum.Arguments[0], sum.Arguments[1]);
        bool adds = sum.Op == Op.Add;
        return (left, right) switch
        {
            (_, Apply { Op: Op.Multiply } product) => Fused(adds ? product.Arguments[0] : Negative(product.Arguments[0]), product.Arguments[1], left),
            (Apply { Op: Op.Multiply } product, _) => Fused(product.Arguments[0], product.Arguments[1], adds ? right : Negative(right)),
            _ => expr,
        };
    }

    private static Expr Negative(Expr expr) => expr is Constant constant ? constant with { Value = -constant.Value.Value } : -expr;

    private static Expr Fused(Expr a, Expr b, Expr c) => Expr.Of(Op.FusedMultiplyAdd, a, b, c);
}
