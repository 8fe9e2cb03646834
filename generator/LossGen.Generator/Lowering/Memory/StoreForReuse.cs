using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Memory;

/// <summary>
/// If two loops over a location's classes need the same costly value, the first stores it where the last one will put the gradient, and the last
/// reads it back: one exponential per class. Not done if the last loop still reads the input that the gradient may overwrite.
/// </summary>
internal static class StoreForReuse
{
    public static Pass Pass { get; } = new(nameof(StoreForReuse), "stores a costly value where the gradient will stand, to be read back", Run)
    {
        Forbids = NodeSet.OnClassAxis,
    };

    public static LossKernel Run(LossKernel kernel) => kernel with
    {
        Body = kernel.Body.MapBlocks(Reuse),
    };

    private static EquatableArray<Stmt> Reuse(EquatableArray<Stmt> block)
    {
        List<Stmt> statements = [.. block];
        int last = statements.FindLastIndex(static statement => statement is Loop { Role: LoopRole.Classes } loop && loop.Body.OfType<Store>().Any());

        // A gradient that the caller may omit has no place to stand.
        if (last < 0 || ((Loop)statements[last]).Body.OfType<Store>().FirstOrDefault(static store => !store.Tensor.IsOptional) is not { } output)
        {
            return block;
        }

        Loop map = (Loop)statements[last];
        foreach (Expr costly in output.Value.Nodes(NodeSet.Annotations).Where(expr => IsCostly(expr) && expr.Type == output.Tensor.ElementType))
        {
            int first = statements.FindIndex(statement => statement is Loop { Role: LoopRole.Classes } loop && loop.Body.AllExpressions().Any(e => e.Mentions(costly)));
            Load stored = new(output.Tensor, output.Index, costly.Type);
            EquatableArray<Stmt> body = map.Body.MapAllExpressions(e => e.Replace(costly, stored));
            if (first < last && !ReadsReplaced(statements.Skip(first + 1).Take(last - first - 1).Concat(body).AllExpressions(), output.Tensor))
            {
                Loop producer = (Loop)statements[first];
                statements[first] = producer with { Body = producer.Body.Prepend(new Store(output.Tensor, output.Index, costly)).ToEquatableArray() };
                statements[last] = map with { Body = body };
                return statements.ToEquatableArray();
            }
        }

        return block;
    }

    private static bool IsCostly(Expr expr) => expr is Named { Value: Apply apply } && Operations.Get(apply.Op).IsTranscendental;

    private static bool ReadsReplaced(List<Expr> exprs, Tensor output) =>
        exprs.Nodes(NodeSet.Loads).Any(load => output.MayReplace(((Load)load).Tensor));
}
