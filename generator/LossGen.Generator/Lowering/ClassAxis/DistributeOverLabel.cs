using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.ClassAxis;

/// <summary>
/// k·(c = label ? a : b) → c = label ? k·a : k·b, so that each case can be simplified with its factor. x + (c = label ? a : 0) → c = label ? x + a : x,
/// which changes at most the sign of a zero.
/// </summary>
internal static class DistributeOverLabel
{
    public static Pass Pass { get; } = new(nameof(DistributeOverLabel), "multiplies the label's case and the others' separately", Run);

    public static LossKernel Run(LossKernel kernel) => kernel with
    {
        Body = kernel.Body.Rewrite(NodeSet.LabelTests, Node),
    };

    private static Expr Node(Expr expr) => expr switch
    {
        Apply { Op: Op.Multiply } product when Choice(product.Arguments[1]) is var (test, atLabel, elsewhere) =>
            Expr.Select(test, product.Arguments[0] * atLabel, product.Arguments[0] * elsewhere),
        Apply { Op: Op.Add } sum when Choice(sum.Arguments[1]) is (var test, var atLabel, Constant { Value.Value: 0 }) =>
            Expr.Select(test, sum.Arguments[0] + atLabel, sum.Arguments[0]),
        _ => expr,
    };

    private static (Expr Test, Expr AtLabel, Expr Elsewhere)? Choice(Expr expr) =>
        expr.Unnamed() is Apply { Op: Op.Select } choice && choice.Arguments[0].IsLabelTest() ? (choice.Arguments[0], choice.Arguments[1], choice.Arguments[2]) : null;
}
