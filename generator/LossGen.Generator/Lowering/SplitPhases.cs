using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Splits the loop over a tile's locations into phases: each loop over the classes is one, and so is what a location needs once, logarithm and division. Steps
/// of a phase are short and independent, so a processor works on several at once; a whole location is one long chain. What one phase leaves for another
/// stands in rows.
/// </summary>
internal static class SplitPhases
{
    // Measured, in phases against whole locations: 0.74 of the time at 2 classes, 0.83 at 3, 0.93 at 10, 1.03 at 21 and at 64.
    private const int MostClasses = 16;

    public static LossKernel Run(LossKernel kernel)
    {
        if (kernel.Schedule?.TileWidth is not { } width || kernel.Iteration is ClassAxisIteration { Classes: > MostClasses })
        {
            return kernel;
        }

        Rows rows = new(kernel, width);
        EquatableArray<Stmt> body = kernel.Body.MapBlocks(block => block.SelectMany(s => s is Loop { Role: LoopRole.Locations } loop ? Split(loop, rows) : [s]));
        return kernel with { Body = body, Scratch = kernel.Scratch.Concat(rows.Given).ToEquatableArray() };
    }

    private static IEnumerable<Stmt> Split(Loop loop, Rows rows)
    {
        List<List<Stmt>> phases = Phases(loop.Body);
        Dictionary<Expr, Expr> loads = [];
        for (int i = 0; i < phases.Count; i++)
        {
            List<Stmt> later = [.. phases.Skip(i + 1).SelectMany(static phase => phase)];
            List<Stmt> stores = [];
            foreach (Variable variable in phases[i].SelectMany(Traversal.Declared).Where(variable => later.Any(s => s.MentionsAnywhere(variable))))
            {
                Tensor row = rows.Give(variable.Name + "Row", variable.Type.Scalar);
                stores.Add(new Store(row, loop.Index, variable));
                loads[variable] = new Load(row, loop.Index, variable.Type);
            }

            HashSet<Expr> own = [.. phases[i].SelectMany(Traversal.Declared)];
            yield return loop with
            {
                Body = phases[i]
                    .Select(s => s.MapAllExpressions(e => e.Rewrite(part => !own.Contains(part) && loads.TryGetValue(part, out Expr? load) ? load : part)))
                    .Concat(stores)
                    .ToEquatableArray(),
            };
        }
    }

    // Statements that are cheap go along with the loop behind them.
    private static List<List<Stmt>> Phases(EquatableArray<Stmt> body)
    {
        List<List<Stmt>> phases = [[]];
        foreach (Stmt statement in body)
        {
            List<Stmt> current = phases[phases.Count - 1];
            bool isAlone = current.OfType<Loop>().Any() || (statement is Loop && current.AllExpressions().SelectMany(Traversal.PostOrder).Any(IsCostly));
            if (isAlone && current.Count > 0)
            {
                phases.Add(current = []);
            }

            current.Add(statement);
        }

        return phases;
    }

    private static bool IsCostly(Expr expr) => expr is Apply apply && (apply.Op == Op.Divide || Operations.Get(apply.Op).IsTranscendental);
}
