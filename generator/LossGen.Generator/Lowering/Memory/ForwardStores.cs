using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Memory;

/// <summary>
/// Forwards stores: what a statement stores and a later one of its block reads back is taken from the local instead; and what is overwritten before
/// anything reads it is not stored. A processor stalls on a load whose elements come from two stores, such as those of overlapping vectors.
/// </summary>
internal static class ForwardStores
{
    public static Pass Pass { get; } = new(nameof(ForwardStores), "reads what was just stored from the local that it was stored from", Run)
    {
        Forbids = NodeSet.PendingLanes | NodeSet.PendingCopies,
    };

    public static LossKernel Run(LossKernel kernel) => kernel with { Body = kernel.Body.MapBlocks(static block => WithoutReplaced(Forwarded(block)).ToEquatableArray()) };

    private static List<Stmt> Forwarded(IEnumerable<Stmt> block)
    {
        List<Stmt> result = [];
        Dictionary<Expr, Expr> stored = [];
        Dictionary<Expr, Expr> readBack = [];
        foreach (Stmt statement in block)
        {
            if (statement is Declare { IsMutable: false } declare && stored.TryGetValue(declare.Value, out Expr? local))
            {
                readBack[declare.Variable] = local;
                continue;
            }

            Stmt forwarded = statement.MapAllExpressions(expr => expr.Rewrite(part => readBack.TryGetValue(part, out Expr? value) ? value : part));
            forwarded = forwarded.MapExpressions(expr => expr.Rewrite(part => stored.TryGetValue(part, out Expr? value) ? value : part));
            result.Add(forwarded);
            if (forwarded is Store store)
            {
                foreach (Load other in stored.Keys.OfType<Load>().Where(other => other.Tensor == store.Tensor && !store.Repeats).ToList())
                {
                    stored.Remove(other);
                }

                if (store.Value is Variable)
                {
                    stored[ElementsOf(store)] = store.Value;
                }
            }
            else if (forwarded is not (Declare or Assign or Accumulate))
            {
                stored.Clear();
            }
        }

        return result;
    }

    private static IEnumerable<Stmt> WithoutReplaced(List<Stmt> block) => block.Where((statement, i) =>
        !(statement is Store store && block.Skip(i + 1).TakeWhile(later => IsBlind(later, store.Tensor)).OfType<Store>().Any(later => ElementsOf(later) == ElementsOf(store))));

    private static Load ElementsOf(Store store) => new(store.Tensor, store.Index, store.Value.Type);

    // Whether a statement reads nothing of a tensor, at least not by itself.
    private static bool IsBlind(Stmt statement, Tensor tensor) =>
        statement is Declare or Assign or Accumulate or Store && !statement.Expressions().SelectMany(Traversal.PostOrder).Any(part => part is Load load && load.Tensor == tensor);
}
