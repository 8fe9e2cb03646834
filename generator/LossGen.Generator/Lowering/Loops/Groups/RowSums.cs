using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Loops.Groups;

/// <summary>
/// Where a group's locations add to sums, they leave their terms in rows, which a loop of its own sums: so the order of additions is the same whatever lanes there
/// are, and lanes behind the last location count nothing.
/// </summary>
internal static class RowSums
{
    /// <summary>The loop's statements with stores for what they add, and the loop that sums; null where nothing is added.</summary>
    public static (List<Stmt> Body, Loop? Sum) Split(Loop loop, Rows rows)
    {
        Dictionary<string, Tensor> terms = loop.Accumulators.ToDictionary(static a => a.Result.Name, _ => rows.Give("lossRow", ScalarType.Double));
        List<Stmt> body =
        [
            .. loop.Body.Select(s => s is Accumulate term ? new Store(terms[term.Accumulator], loop.Index, Reduction.Widened(term.Term, IrType.Double)) : s),
        ];
        return terms.Count == 0 ? (body, null) : (body, loop with
        {
            Role = LoopRole.TileValues,
            Body = loop.Accumulators
                .Select(a => (Stmt)new Accumulate(a.Result.Name, new Load(terms[a.Result.Name], loop.Index, IrType.Double)))
                .ToEquatableArray(),
        });
    }
}
