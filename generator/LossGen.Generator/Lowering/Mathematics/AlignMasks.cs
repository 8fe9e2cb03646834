using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics;

/// <summary>
/// Makes a mask as wide as what it selects: a comparison of the other floating-point type becomes a number of that type, 1 or 0, which is converted
/// to the right type and compared again. In vectors, a mask has as many bits per lane as what was compared, so that a float64 mask cannot select
/// float32 values.
/// </summary>
internal static class AlignMasks
{
    public static Pass Pass { get; } = new(nameof(AlignMasks), "makes what selects as wide as what is selected", Run)
    {
        Forbids = NodeSet.PendingReductions,
    };

    public static LossKernel Run(LossKernel kernel) => kernel with { Body = kernel.Body.MapAllExpressions(static expr => expr.Rewrite(Node)) };

    private static Expr Node(Expr expr) =>
        expr is Apply { Op: Op.Select, Type.IsFloating: true } select && Aligned(select.Arguments[0], select.Type) is var condition && !ReferenceEquals(condition, select.Arguments[0])
            ? Expr.Select(condition, select.Arguments[1], select.Arguments[2])
            : expr;

    private static Expr Aligned(Expr condition, IrType type) => condition switch
    {
        Apply { Op: Op.And or Op.Or or Op.Not } combined => combined.MapChildren(part => Aligned(part, type)),
        Apply { Type.Scalar: ScalarType.Boolean } comparison when comparison.Arguments[0] is { Type.IsFloating: true } compared && compared.Type != type =>
            Expr.Of(Op.Equal, Expr.Select(comparison, compared.Like(1), compared.Like(0)).To(type.Scalar), new Constant(1.0, type)),
        _ => condition,
    };
}
