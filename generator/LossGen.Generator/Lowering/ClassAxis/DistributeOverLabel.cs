using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.ClassAxis;

/// <summary>k·(c = label ? a : b) → c = label ? k·a : k·b, so that each case can be simplified with its factor.</summary>
internal static class DistributeOverLabel
{
    public static Pass Pass { get; } = new(nameof(DistributeOverLabel), "multiplies the label's case and the others' separately", Run);

    public static LossKernel Run(LossKernel kernel) => kernel with
    {
        Body = kernel.Body.Rewrite(NodeSet.LabelTests, Node),
    };

    private static Expr Node(Expr expr) =>
        expr is Apply { Op: Op.Multiply } product
            && product.Arguments[1].Unnamed() is Apply { Op: Op.Select } choice
            && choice.Arguments[0].IsLabelTest()
            ? Expr.Select(choice.Arguments[0], product.Arguments[0] * choice.Arguments[1], product.Arguments[0] * choice.Arguments[2])
            : expr;
}
