using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics;

/// <summary>
/// Replaces a function by a cheaper variant if its argument is known to lie where the function has no special cases. Leaves no <see cref="Within"/>.
/// </summary>
internal static class UseRanges
{
    public static Pass Pass { get; } = new(nameof(UseRanges), "replaces a function by its cheaper variant where the argument is known to lie in its range", Run)
    {
        Eliminates = NodeSet.Bounds,
    };

    // The variants of an op, the cheapest first, and the range in which each may replace it.
    private static readonly (Op Op, Op Variant, double Least, double Most)[] Variants =
    [
        (Op.Exp, Op.ExpNonPositive, double.NegativeInfinity, 0),
        (Op.Log1P, Op.Log1POfFraction, 0, 1),
        (Op.Log1P, Op.Log1PNonNegative, 0, double.PositiveInfinity),
    ];

    public static LossKernel Run(LossKernel kernel) => kernel with
    {
        Body = kernel.Body.Rewrite(NodeSet.Annotations, Variant).Rewrite(NodeSet.Annotations, static e => e is Within within ? within.Value : e),
    };

    private static Expr Variant(Expr expr)
    {
        if (expr is Apply apply && apply.Arguments is [Within within, ..])
        {
            foreach ((Op op, Op variant, double least, double most) in Variants)
            {
                if (apply.Op == op && within.Least.Value >= least && within.Most.Value <= most)
                {
                    return Expr.Of(variant, within);
                }
            }
        }

        return expr;
    }
}
