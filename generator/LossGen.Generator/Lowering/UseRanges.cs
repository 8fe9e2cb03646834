using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Puts the cheaper variant for a function whose argument is known to lie where the function has no rare cases. Leaves no <see cref="Within"/> behind.
/// </summary>
internal static class UseRanges
{
    // The variant of an op, and where it may stand in for it.
    private static readonly Dictionary<Op, (Op Variant, double Least, double Most)> Variants = new()
    {
        [Op.Exp] = (Op.ExpNonPositive, double.NegativeInfinity, 0),
        [Op.Log1P] = (Op.Log1PNonNegative, 0, double.PositiveInfinity),
    };

    public static LossKernel Run(LossKernel kernel) => kernel with
    {
        Body = kernel.Body.Rewrite(NodeSet.Annotations, Variant).Rewrite(NodeSet.Annotations, static e => e is Within within ? within.Value : e),
    };

    private static Expr Variant(Expr expr) =>
        expr is Apply apply && Variants.TryGetValue(apply.Op, out (Op Variant, double Least, double Most) row)
            && apply.Arguments[0] is Within within && within.Least.Value >= row.Least && within.Most.Value <= row.Most
            ? Expr.Of(row.Variant, apply.Arguments[0])
            : expr;
}
