using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering;

/// <summary>Puts an op that the dialects do not print in terms of ops that they do, by <see cref="Expansions"/>.</summary>
internal static class Legalise
{
    /// <summary>Each expansion computes the same bits as the op.</summary>
    private static readonly Dictionary<Op, Func<Apply, Expr>> Expansions = new()
    {
        [Op.Square] = static e => e.Arguments[0] * e.Arguments[0],
    };

    public static bool Expands(Op op) => Expansions.ContainsKey(op);

    public static LossKernel Run(LossKernel kernel, Func<Op, IrType, bool> isPrintable) => kernel with
    {
        Body = kernel.Body.MapAllExpressions(expr => expr.Rewrite(e => Node(e, isPrintable))),
    };

    private static Expr Node(Expr expr, Func<Op, IrType, bool> isPrintable) =>
        expr is Apply apply && !isPrintable(apply.Op, apply.Type) && Expansions.TryGetValue(apply.Op, out Func<Apply, Expr>? expand) ? expand(apply) : expr;
}
