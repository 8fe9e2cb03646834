using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Splits the loop over a tile's locations in three: one of single locations for what is looked up by the label, which lanes cannot; one that computes
/// all the rest in lanes, on to the last whole vector; and one that sums the values of the locations there are. What one leaves for another stands in rows.
/// </summary>
internal static class SplitByLabel
{
    public static LossKernel Run(LossKernel kernel) => kernel.Schedule?.TileWidth is { } width ? new Splitting(kernel, width).Run() : kernel;

    private sealed class Splitting(LossKernel kernel, int width)
    {
        private readonly Schedule schedule = kernel.Schedule!;
        private readonly Rows rows = new(kernel, width);

        public LossKernel Run()
        {
            EquatableArray<Stmt> body = kernel.Body.MapBlocks(block => block.SelectMany(s => s is Loop { Role: LoopRole.Locations } loop ? Split(loop) : [s]));
            return kernel with { Body = body, Scratch = kernel.Scratch.Concat(rows.Given).ToEquatableArray() };
        }

        private IEnumerable<Stmt> Split(Loop loop)
        {
            // Positions that differ from one location to the next by more than one, and what is loaded from there.
            HashSet<string> scattered = [];
            List<Stmt> lookedUp = [];
            List<Stmt> computed = [];
            foreach (Stmt statement in loop.Body)
            {
                bool isLookedUp = statement is Declare declare && IsLookedUp(declare, scattered);
                if (isLookedUp && ((Declare)statement).Variable is { Type.Scalar: ScalarType.Index } position)
                {
                    scattered.Add(position.Name);
                }

                (isLookedUp ? lookedUp : computed).Add(statement);
            }

            Dictionary<Expr, Expr> fromRows = [];
            List<Stmt> stores = [];
            foreach (Variable variable in lookedUp.OfType<Declare>().Select(static d => d.Variable).Where(v => computed.Any(s => s.MentionsAnywhere(v))))
            {
                // Labels are compared with classes in lanes as wide as an element's.
                ScalarType scalar = variable.Type.Scalar != ScalarType.Index ? variable.Type.Scalar : kernel.Element == ScalarType.Double ? ScalarType.Int64 : ScalarType.Int32;
                Tensor row = rows.Give(variable.Name + "Row", scalar);
                stores.Add(new Store(row, loop.Index, variable.To(scalar)));
                fromRows[variable] = new Load(row, loop.Index, row.ElementType).To(variable.Type.Scalar);
            }

            List<Stmt> result = [];
            if (fromRows.Count == 1 && WholeRow(loop, lookedUp, rows.Given[rows.Given.Count - 1].Tensor) is { } move)
            {
                result.Add(move);
            }
            else if (lookedUp.Count > 0)
            {
                result.Add(loop with { Role = LoopRole.Labels, Accumulators = default, Body = lookedUp.Concat(stores).ToEquatableArray() });
            }

            Dictionary<string, Tensor> sums = loop.Accumulators.ToDictionary(static a => a.Result.Name, _ => rows.Give("lossRow", ScalarType.Double));
            Expr end = Expr.Of(Op.RoundDown, loop.To + Expr.Position(schedule.WidestLanes - 1), Expr.Position(schedule.WidestLanes));
            result.Add(loop with
            {
                To = end,
                Step = schedule.WidestLanes,
                Lanes = schedule.WidestLanes,
                Accumulators = default,
                Body = computed
                    .Select(s => s is Accumulate term ? new Store(sums[term.Accumulator], loop.Index, Reduction.Widened(term.Term, IrType.Double)) : s)
                    .Select(s => s.MapAllExpressions(e => e.Rewrite(part => fromRows.TryGetValue(part, out Expr? load) ? load : part)))
                    .ToEquatableArray(),
            });
            if (sums.Count > 0)
            {
                result.Add(loop with
                {
                    Role = LoopRole.TileValues,
                    Body = loop.Accumulators
                        .Select(a => (Stmt)new Accumulate(a.Result.Name, new Load(sums[a.Result.Name], loop.Index, IrType.Double)))
                        .ToEquatableArray(),
                });
            }

            return result;
        }

        // Where only the labels are looked up, and are numbers such as lanes compare, they are brought as they are.
        private MoveTile? WholeRow(Loop loop, IReadOnlyList<Stmt> lookedUp, Tensor row)
        {
            Dictionary<Expr, Expr> values = lookedUp.OfType<Declare>().ToDictionary(static d => (Expr)d.Variable, static d => d.Value);
            Expr Place(Expr location, Expr place) => location.Rewrite(part => values.TryGetValue(part, out Expr? value) ? value : part).Replace(loop.Index, place);

            return values.Values.OfType<Apply>().FirstOrDefault(static value => value.Op == Op.Convert)?.Arguments[0] is Load { Tensor.Layout: TensorLayout.Locations } label
                && label.Type == row.ElementType
                ? new MoveTile(label.Tensor, row, 1, Expr.Position(1), Place(label.Index, loop.From), Place(label.Index, loop.To), width)
                : null;
        }

        private static bool IsLookedUp(Declare declare, HashSet<string> scattered) =>
            declare.Variable.Type == IrType.Index
            || declare.Value.PostOrder().Any(e => e is Variable { Type.Scalar: ScalarType.Index } position && scattered.Contains(position.Name));
    }
}
