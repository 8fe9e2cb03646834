using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Loops.Groups;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Loops;

/// <summary>
/// Splits the loop over a group's locations into phases: each loop over the classes is one, and so is what a location needs once, logarithm and
/// division; if one such value depends on another, each has its own phase. Steps of a phase are short and independent, so a processor overlaps
/// several, whereas a whole location is one long chain. If classes are lanes, a phase without classes has the locations as lanes. Rows hold what one
/// phase leaves for another.
/// </summary>
internal static class SplitPhases
{
    public static Pass Pass { get; } = new(nameof(SplitPhases), "takes all locations of a tile through one phase, then through the next", Run)
    {
        Forbids = NodeSet.Mathematics,
    };

    // Measured, phases against whole locations of a tile: 0.80 of the time at 2 classes, 0.83 at 3, 0.93 at 10, 1.03 at 21 and at 64.
    private const int MostClassesInTile = 16;

    public static LossKernel Run(LossKernel kernel) => kernel is { Schedule: { GroupSize: { } size } schedule, Iteration: ClassAxisIteration axis } && !(schedule.HasTiles && axis.Classes > MostClassesInTile)
        ? new Splitting(kernel, size).Run()
        : kernel;

    private sealed class Splitting(LossKernel kernel, int size)
    {
        private static readonly NodeSet Costly = NodeSet.Of(Op.Divide) | NodeSet.Transcendentals;

        private readonly Rows rows = new(kernel, size);
        private readonly Schedule schedule = kernel.Schedule!;

        public LossKernel Run()
        {
            EquatableArray<Stmt> body = kernel.Body.Exchange(s => s is Loop { Role: LoopRole.Locations } loop ? Split(loop) : null);
            return kernel with { Body = body, Scratch = kernel.Scratch.Concat(rows.Given).ToEquatableArray() };
        }

        private IEnumerable<Stmt> Split(Loop loop)
        {
            // Positions are not kept but recomputed in each phase that needs them.
            List<Declare> positions = [.. loop.Body.OfType<Declare>().Where(static d => d.Variable.Type == IrType.Index)];
            (List<Stmt> body, Loop? sum) = RowSums.Split(loop, rows);
            List<List<Stmt>> phases = Phases([.. body.Where(s => s is not Declare declare || !positions.Contains(declare))]);
            Dictionary<Expr, Expr> loads = [];
            List<Stmt> result = [];
            for (int i = 0; i < phases.Count; i++)
            {
                HashSet<Variable> readLater = phases.Skip(i + 1).SelectMany(static phase => phase).Read();
                List<Stmt> stores = [];
                foreach (Variable variable in phases[i].SelectMany(Blocks.Declared).Where(readLater.Contains))
                {
                    Tensor row = rows.Give(variable.Name + "Row", variable.Type.Scalar);
                    stores.Add(new Store(row, loop.Index, variable));
                    loads[variable] = new Load(row, loop.Index, variable.Type);
                }

                HashSet<Expr> own = [.. phases[i].SelectMany(Blocks.Declared)];
                Func<Expr, Expr> fromRows = Rewriting.BottomUp(NodeSet.Variables, part => !own.Contains(part) && loads.TryGetValue(part, out Expr? load) ? load : part);
                Stmt[] statements = [.. phases[i].ToEquatableArray().MapAllExpressions(fromRows), .. stores];
                Stmt[] needed = [.. Needed(positions, statements)];
                Loop phase = loop with { Accumulators = default, Body = needed.Concat(statements).ToEquatableArray() };
                result.Add(needed.Length == 0 && !statements.OfType<Loop>().Any() && loop.Lanes == 1 ? phase.InLanes(schedule) : phase);
            }

            return sum is null ? result : result.Append(sum);
        }

        // The positions that the statements mention, and those that these mention in turn.
        private static IEnumerable<Stmt> Needed(IReadOnlyList<Declare> positions, IReadOnlyList<Stmt> statements)
        {
            HashSet<Variable> read = statements.Read();
            for (int i = positions.Count - 1; i >= 0; i--)
            {
                if (read.Contains(positions[i].Variable))
                {
                    read.UnionWith(new[] { positions[i] }.Read());
                }
            }

            return positions.Where(position => read.Contains(position.Variable));
        }

        // Cheap statements join the loop after them; lookups at a position of their own come before what lanes could compute.
        private List<List<Stmt>> Phases(IReadOnlyList<Stmt> body)
        {
            List<List<Stmt>> phases = [[]];
            foreach (Stmt statement in body)
            {
                List<Stmt> current = phases[phases.Count - 1];
                bool isCostly = IsCostly(current);
                bool isAlone = current.Any(IsLong)
                    || (isCostly && (IsLong(statement) || (IsCostly([statement]) && FollowsFromCostly(statement, current))))
                    || (statement is not Loop && !isCostly && IsCostly([statement]) && !schedule.HasTiles && current.Any(IsLookUp));
                if (isAlone && current.Count > 0)
                {
                    phases.Add(current = []);
                }

                current.Add(statement);
            }

            return phases;
        }

        // A loop over two classes is no longer than other statements.
        private static bool IsLong(Stmt statement) => statement is Loop { Length: > 2 };

        private static bool FollowsFromCostly(Stmt statement, IReadOnlyList<Stmt> current)
        {
            HashSet<Variable> costly = [];
            foreach (Stmt earlier in current.Where(earlier => IsCostly([earlier]) || Reads(earlier, costly)))
            {
                costly.UnionWith(earlier.Declared());
            }

            return Reads(statement, costly);
        }

        private static bool Reads(Stmt statement, HashSet<Variable> variables) => variables.Count > 0 && new[] { statement }.Read().Overlaps(variables);

        private static bool IsCostly(IEnumerable<Stmt> statements) => statements.Any(static s => s is not Loop && s.Contents.Overlaps(Costly));

        private static bool IsLookUp(Stmt statement) => statement.Expressions().Nodes(NodeSet.Loads).Any(static load => !((Load)load).Tensor.IsScratch);
    }
}
