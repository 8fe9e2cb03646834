using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.ClassAxis;

/// <summary>
/// f64(f32(v)) → v, v being float64: whatever reads a narrowed value as float64 gets the original, with the digits that the rounding in between would
/// have lost. Applies only to the compiler's own narrowing: where a formula rounds (<see cref="Op.RoundToSingle"/>), losing digits is the intent.
/// </summary>
internal static class ElideNarrowing
{
    public static Pass Pass { get; } = new(nameof(ElideNarrowing), "takes a float64 value that was narrowed and widened again as it was before", Run);

    public static LossKernel Run(LossKernel kernel) => kernel with
    {
        Body = kernel.Body.Rewrite(NodeSet.Of(Op.Convert), Node),
    };

    private static Expr Node(Expr expr) =>
        expr is Apply { Op: Op.Convert } widened
            && widened.Type == IrType.Double
            && widened.Arguments[0].Unnamed() is Apply { Op: Op.Convert } narrowed
            && narrowed.Arguments[0].Type == widened.Type
            ? narrowed.Arguments[0]
            : expr;
}
