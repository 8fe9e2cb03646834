using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Loops.Groups;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Loops.Tails;

/// <summary>
/// The last vector of a loop over classes whose number is not a multiple of the lanes: it ends with the last class and begins inside the vector
/// before, so what the shared classes add is dropped, and what they store is stored once more. Elements that the loop itself overwrites are first
/// kept in a row.
/// </summary>
internal static class OverlappingEnd
{
    /// <summary>What precedes the whole loop, and its end; null if nothing is left over, or there is no vector to overlap.</summary>
    public static (IEnumerable<Stmt> Ahead, Loop End)? Of(Loop loop, int lanes, Rows rows)
    {
        if (loop is not { Role: LoopRole.Classes, Length: { } length } || length < lanes || length % lanes == 0)
        {
            return null;
        }

        Expr start = Positions.Behind(loop.From, length - lanes);
        Expr unseen = Positions.Behind(loop.From, length / lanes * lanes);
        Dictionary<Expr, Expr> kept = [];
        List<Stmt> copies = [];
        foreach (Load load in loop.Body.Nodes(NodeSet.Loads).Cast<Load>().Where(load => IsReplaced(load, loop)).Distinct())
        {
            Tensor row = rows.Give(load.Tensor.Name + "End", load.Tensor.Element);
            kept[load] = new Load(row, loop.Index - start, load.Type);
            copies.Add(new Store(row, loop.Index - start, load));
        }

        Loop end = loop with
        {
            From = start,
            Body = loop.Body.Rewrite(NodeSet.Loads, part => kept.TryGetValue(part, out Expr? row) ? row : part).Mapped(s => s switch
            {
                Accumulate term when Reduction(loop, term) is { IsIdempotent: false } reduction => term with
                {
                    Term = Expr.Select(Expr.Of(Op.LessThan, IrType.Boolean, loop.Index, unseen), reduction.Identity(term.Term.Type), term.Term),
                },
                Store store => store with { Repeats = true },
                var other => other,
            }),
        };
        return (copies.Count == 0 ? [] : [loop with { From = start, Accumulators = default, Body = copies.ToEquatableArray(), Step = lanes, Lanes = lanes }], end);
    }

    private static Reduction Reduction(Loop loop, Accumulate term) => loop.Accumulators.First(a => a.Result.Name == term.Accumulator).Reduction;

    private static bool IsReplaced(Load load, Loop loop) =>
        loop.Body.OfType<Store>().Any(store => store.Tensor == load.Tensor || store.Tensor.MayReplace(load.Tensor));
}
