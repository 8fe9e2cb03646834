using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Loops.Groups;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.ClassAxis;

/// <summary>
/// Splits the loop over a tile's locations: a loop over single locations for lookups by label, which lanes cannot do; one that computes all the rest
/// in lanes, up to the last whole vector; one that sums the values of the locations that exist; and, if a gradient is one number at all classes but
/// the label, one that fills it and one that stores at the labels. Rows hold what one loop leaves for another.
/// </summary>
internal static class SplitByLabel
{
    public static Pass Pass { get; } = new(nameof(SplitByLabel), "takes what is looked up by the label out of what lanes compute", Run)
    {
        Forbids = NodeSet.Mathematics,
        Introduces = NodeSet.PendingLanes,
    };

    public static LossKernel Run(LossKernel kernel) => kernel.Schedule is { HasTiles: true, GroupSize: { } width } ? new Splitting(kernel, width).Run() : kernel;

    private sealed class Splitting(LossKernel kernel, int width)
    {
        private readonly Schedule schedule = kernel.Schedule!;
        private readonly Rows rows = new(kernel, width);

        public LossKernel Run()
        {
            EquatableArray<Stmt> body = kernel.Body.Exchange(s => s is Loop { Role: LoopRole.Locations } loop ? Split(loop) : null);
            return kernel with { Body = body, Scratch = kernel.Scratch.Concat(rows.Given).ToEquatableArray() };
        }

        private IEnumerable<Stmt> Split(Loop loop)
        {
            List<Declare> lookedUp = [];
            List<Stmt> computed = [];
            List<Loop> filled = [];
            List<Store> scattered = [];
            foreach (Stmt statement in loop.Body)
            {
                switch (statement)
                {
                    case Declare declare when declare.Variable.Type == IrType.Index || IsLookUp(declare.Value, lookedUp):
                        lookedUp.Add(declare);
                        break;
                    case Loop { Role: LoopRole.Classes } classes when classes.Body.OfType<Store>().Any(static store => store.Tensor.Layout == TensorLayout.Elements):
                        filled.Add(classes);
                        break;
                    case Store store when IsAt(store.Index, lookedUp):
                        Tensor row = rows.Give(store.Tensor.Role == TensorRole.Values ? "valueRow" : store.Tensor.Name + "Row", store.Value.Type.Scalar);
                        computed.Add(new Store(row, loop.Index, store.Value));
                        scattered.Add(store with { Value = new Load(row, loop.Index, row.ElementType) });
                        break;
                    default:
                        computed.Add(statement);
                        break;
                }
            }

            Dictionary<Expr, Expr> fromRows = [];
            List<Stmt> stores = [];
            foreach (Variable variable in lookedUp.Select(static d => d.Variable).Where(computed.Read().Contains))
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

            (List<Stmt> lanes, Loop? sum) = RowSums.Split(loop with { Body = computed.ToEquatableArray() }, rows);
            result.Add(loop.InLanes(schedule) with
            {
                Accumulators = default,
                Body = lanes
                    .ToEquatableArray()
                    .Rewrite(NodeSet.Variables, part => fromRows.TryGetValue(part, out Expr? load) ? load : part),
            });
            result.AddRange(filled.SelectMany(classes => classes.Body.OfType<Store>().Select(store => Fill(loop, lookedUp, classes, store))));
            if (scattered.Count > 0)
            {
                result.Add(loop with
                {
                    Role = LoopRole.Labels,
                    Accumulators = default,
                    Body = lookedUp.Where(static d => d.Variable.Type == IrType.Index).Concat<Stmt>(scattered).ToEquatableArray(),
                });
            }

            if (sum is not null)
            {
                result.Add(sum);
            }

            return result;
        }

        // What is the same for all contiguous classes is the same for all elements of the tile, from the first one of its first location on.
        private Loop Fill(Loop loop, IReadOnlyList<Declare> lookedUp, Loop classes, Store store)
        {
            Expr ElementAt(Expr place) => loop.At(place, store.Index.Replace(classes.Index, Expr.Position(0)), lookedUp);
            Variable element = rows.Position("element");
            return classes with
            {
                Index = element,
                From = ElementAt(loop.From),
                To = ElementAt(loop.To),
                Role = LoopRole.Elements,
                Body = EquatableArray.Of<Stmt>(store with { Index = element }),
            };
        }

        // If only the labels are looked up, and their type is one that lanes compare, they are copied as they are.
        private MoveTile? WholeRow(Loop loop, IReadOnlyList<Declare> lookedUp, Tensor row) =>
            lookedUp.Select(static d => d.Value).OfType<Apply>().FirstOrDefault(static value => value.Op == Op.Convert)?.Arguments[0] is Load { Tensor.Layout: TensorLayout.Locations } label
                && label.Type == row.ElementType
                ? new MoveTile(label.Tensor, row, 1, Expr.Position(1), loop.At(loop.From, label.Index, lookedUp), loop.At(loop.To, label.Index, lookedUp), width)
                : null;

        // Whether it loads from such a position.
        private static bool IsLookUp(Expr expr, IReadOnlyList<Declare> lookedUp) => expr.Nodes(NodeSet.Loads).Any(load => IsAt(((Load)load).Index, lookedUp));

        // Whether it depends on a position that does not advance by one from one location to the next.
        private static bool IsAt(Expr expr, IEnumerable<Declare> lookedUp) =>
            lookedUp.Any(declare => declare.Variable.Type == IrType.Index && expr.Mentions(declare.Variable));
    }
}
