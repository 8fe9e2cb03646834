using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Loops;

/// <summary>
/// Takes the locations group by group. For a tile, the elements of its locations are copied into the kernel's own memory, the locations of a class
/// side by side; they are computed there, and the gradients are copied back; what is read at the label alone stays where it is. A group of rows stays
/// where it is altogether.
/// </summary>
internal static class TileLocations
{
    public static Pass Pass { get; } = new(nameof(TileLocations), "takes the locations tile by tile", Run)
    {
        Introduces = NodeSet.TileMoves,
    };

    public static LossKernel Run(LossKernel kernel) => kernel.Schedule?.GroupSize is { } size ? new Tiling(kernel, size).Run() : kernel;

    /// <summary>Whether neighbouring numbers are neighbouring locations in every loop over locations.</summary>
    public static bool CanRun(LossKernel kernel) =>
        kernel.Iteration is ClassAxisIteration axis
        && kernel.Body.AllStatements().OfType<Loop>().Where(static l => l.Role == LoopRole.Locations)
            .All(loop => Affine.Slope(NumberOf(loop, axis, loop.Index), loop.Index) == 1)

        // A data point's numbers have no tile: neighbouring locations may be of two samples.
        && !kernel.Body.AllExpressions().SelectMany(ReadAtEveryClass).Any(static tensor => tensor.Layout == TensorLayout.DataPoint);

    /// <summary>The tensors that have a tile: inputs that are read class by class, and their gradients, except those that are filled with one number.</summary>
    public static IEnumerable<Tensor> TiledTensors(LossKernel kernel)
    {
        HashSet<Tensor> read = [.. kernel.Body.AllExpressions().SelectMany(ReadAtEveryClass)];
        return kernel.Tensors.Where(tensor => tensor.Layout == TensorLayout.Elements && (tensor.IsOutput ? !IsFilled(kernel, tensor) : read.Contains(tensor)));
    }

    private static bool IsFilled(LossKernel kernel, Tensor gradient) => kernel.Iteration is ClassAxisIteration { ClassesAreContiguous: true }
        && kernel.Body.AllStatements().OfType<Loop>().Where(loop => loop.Role == LoopRole.Classes && loop.Body.OfType<Store>().Any(store => store.Tensor == gradient))
            .All(static loop => loop.Body.OfType<Store>().All(static store => store.Value is Constant));

    private static IEnumerable<Tensor> ReadAtEveryClass(Expr expr) => expr switch
    {
        _ when !expr.Contents.Overlaps(NodeSet.Elements) => [],
        Element element => element.Class is AxisIndex or OtherIndex ? [element.Tensor] : [],
        _ => expr.Children().SelectMany(ReadAtEveryClass),
    };

    // The location's number at some index of the loop over locations.
    private static Expr NumberOf(Loop loop, ClassAxisIteration axis, Expr index) =>
        loop.Body.OfType<Declare>().FirstOrDefault(declare => declare.Variable == axis.Location) is { } declared
            ? declared.Value.Replace(loop.Index, index)
            : index;

    private sealed class Tiling
    {
        private readonly LossKernel kernel;
        private readonly int width;
        private readonly Names names;
        private readonly ClassAxisIteration axis;
        private readonly StridedAxis tile;

        // In the order of the kernel's tensors, in which tiles are declared, filled and copied back.
        private readonly (Tensor Tensor, Tensor Tile)[] tiles;

        public Tiling(LossKernel kernel, int width)
        {
            this.kernel = kernel;
            this.width = width;
            names = Names.Of(kernel);
            axis = (ClassAxisIteration)kernel.Iteration;
            tile = new StridedAxis(Position("place"), width);
            tiles =
            [
                .. (kernel.Schedule!.HasTiles ? TiledTensors(kernel) : [])
                    .Select(tensor => (tensor, tensor with { Name = names.FreshTensor(tensor.Name + "Tile"), Layout = TensorLayout.Tile, IsOptional = false })),
            ];
        }

        public LossKernel Run() => kernel with
        {
            Iteration = axis with { Tile = tile },
            Scratch = tiles.Select(own => new Scratch(own.Tile, axis.Classes * width)).ToEquatableArray(),
            Body = kernel.Body.Exchange(s => s is Loop { Role: LoopRole.Locations } loop ? [Tiled(loop)] : null),
        };

        private Loop Tiled(Loop loop)
        {
            string group = kernel.Schedule!.HasTiles ? "tile" : "group";
            Variable start = Position(group + "Start");
            Variable end = Position(group + "End");
            Accumulator[] sums = [.. loop.Accumulators.Select(a => a with { Result = a.Result with { Name = names.Fresh(group + "Sum") } })];
            Loop places = loop.Carrying(sums) with { Index = tile.Origin, From = Expr.Position(0), To = end - start };
            places = places with { Body = places.Body.Mapped(s => OnTile(s, loop.Index, start)) };
            if (loop.Index == axis.Location)
            {
                places = places with { Body = places.Body.Prepend(new Declare(axis.Location, start + tile.Origin)).ToEquatableArray() };
            }

            List<Stmt> body =
            [
                new Declare(end, Expr.Of(Op.IndexMinimum, start + Expr.Position(width), loop.To)),
                .. tiles.Where(static own => !own.Tensor.IsOutput).Select(own => Move(own.Tensor, own.Tile)),
                places,
                .. loop.Accumulators.Select((a, i) => new Accumulate(a.Result.Name, sums[i].Result)),
                .. tiles.Where(static own => own.Tensor.IsOutput).Select(own => Move(own.Tile, own.Tensor)),
            ];
            return loop with { Index = start, Role = LoopRole.Tiles, Step = width, Body = body.ToEquatableArray() };

            MoveTile Move(Tensor source, Tensor destination) =>
                new(source, destination, axis.Classes, axis.Stride, NumberOf(loop, axis, start), NumberOf(loop, axis, end), width);
        }

        // The same statement for a place in a tile: elements of tensors that have tiles are accessed there.
        private Stmt OnTile(Stmt statement, Variable index, Variable start)
        {
            Stmt mapped = statement.MapAllExpressions(Rewriting.BottomUp(NodeSet.Elements | NodeSet.Variables, e => e switch
            {
                Element element when TileOf(element.Tensor) is { } own => element with { Tensor = own },
                Variable when e == index && index != axis.Location => start + tile.Origin,
                _ => e,
            }));
            return mapped is Loop classes ? classes.WithBody(classes.Body.Mapped(StoreOnTile)) : mapped;
        }

        private Stmt StoreOnTile(Stmt statement) => statement is Store store && TileOf(store.Tensor) is { } own
            ? store with { Tensor = own, Index = tile.PositionOf(axis.ClassIndex) }
            : statement;

        private Tensor? TileOf(Tensor tensor) => tiles.FirstOrDefault(own => own.Tensor == tensor).Tile;

        private Variable Position(string name) => new(names.Fresh(name), IrType.Index);
    }
}
