using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Loops.Groups;

/// <summary>
/// If a group's locations add to sums, they leave their terms in rows, which a separate loop sums: thus the order of additions is the same whatever
/// the lanes, and lanes after the last location do not count.
/// </summary>
internal static class RowSums
{
    /// <summary>The loop's statements with stores in place of what they add, and the loop that sums; null if nothing is added.</summary>
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
