using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Loops;
using LossGen.Generator.Lowering.Memory;
using static LossGen.Generator.Model.InvariantText;

namespace LossGen.Generator.Lowering.Scheduling;

/// <summary>Chooses which neighbouring positions become lanes, and whether they are brought together in tiles, from the shape alone; the only place that does.</summary>
internal static class ChooseSchedule
{
    public static Pass Pass { get; } = new(nameof(ChooseSchedule), "chooses which neighbouring positions become lanes, and whether they are brought together in tiles", Run)
    {
        Forbids = NodeSet.Derivatives | NodeSet.PendingReductions,
    };

    // Enough independent work per step to cover the latency of what is carried from one step to the next.
    private const int MostPerStep = 4;

    // If a step is cheap, adding its terms to the sum is not: twice the vectors share that.
    private const int MostCheapPerStep = 8;

    // Every sum holds registers; more than this would spill them.
    private const int MostCheapSums = 8;

    // Beyond this many operations, a single vector has enough independent work; several would make pages of text, and spill registers.
    private const int MostOperationsPerStep = 160;

    // Rows against tiles, forward and backward, in ns per element, in the cache and out of it: 32 classes 0.33 and 0.34 against 0.40 and 0.42, 33
    // classes 0.43 and 0.43 against 0.43 and 0.44, 62 classes 0.37 and 0.45 against 0.37 and 0.60, 64 classes 0.29 and 0.30 against 0.36 and 0.48,
    // 100 classes 0.30 against 0.35. (For forward alone, tiles are faster by a tenth at 100 classes.) Thus, if no vector is cut short, rows begin at
    // half as many classes.
    private const int FewestClassesOfRows = 64;
    private const int FewestClassesOfWholeVectors = 32;

    // A tile copies each input, a row none: with two inputs or more, at 16 classes, a triplet loss takes 0.63 of the time in rows and KL 0.6. With one it is 0.5 to 1.2.
    private const int FewestClassesOfSeveralInputs = 16;

    // Rows that share their logarithms and divisions: as many as the lanes of the widest vector, as long as they fit in a first-level cache, gradients
    // included; several inputs leave less of it. Measured: with one input 0.77 of the time at 200 classes, 0.92 at 512, 1.05 at 1000; with two inputs and
    // both gradients, correlation takes 1.8 of it at 256.
    private const int GroupedRows = 16;
    private const int MostBytesOfGroupedRow = 4 * 1024;
    private const int MostBytesOfSeveralGroupedRows = 3 * 1024;

    // A tile is at least one cache line of floats wide, at most as wide as fits in a first-level cache, and never large enough to burden the stack.
    // If a location is as small as two floats, a phase ends before its first step has completed, so a tile holds more of them: 0.85 of the time; at 3
    // floats it makes no difference.
    private const int NarrowestTile = 16;
    private const int WidestTile = 64;
    private const int WidestTileOfSmall = 128;
    private const int SmallLocationBytes = 8;
    private const int CachedTileBytes = 32 * 1024;
    private const int LargestTileBytes = 128 * 1024;

    /// <summary>Gives a kernel the schedule that its loss has for it; a kernel on its own gets its own.</summary>
    public static LossKernel Run(LossKernel kernel) => kernel with { Schedule = kernel.Request.Unit is { } unit ? unit.Of(kernel) : Of(kernel).For(kernel.Request.Vectors, kernel.Element) };

    /// <summary>The schedule for what a kernel computes and the tensors that it has, in vectors of 256 bits.</summary>
    public static Schedule Of(LossKernel kernel)
    {
        int bytes = kernel.Element == ScalarType.Double ? sizeof(double) : sizeof(float);
        int elementLanes = (int)VectorWidth.Bits256 / (8 * bytes);
        int pairs = kernel.Body.Nodes(NodeSet.PairReductions).OfType<ReducePairs>().Distinct().Count();
        int lanes = HasSingles(kernel) ? (int)VectorWidth.Bits256 / IrType.Single.Bits : elementLanes;
        switch (kernel.Iteration)
        {
            case ElementwiseIteration:
                return new Schedule("elementwise: neighbouring elements are lanes, as elements are independent", LoopRole.Elements, lanes, CopiesPerStep(kernel), lanes);

            // Float32 lanes do not match those of a float64 row.
            case ClassAxisIteration { ClassesAreContiguous: true } axis when axis.Classes >= FewestOfRows(axis) && lanes == elementLanes:
                return new Schedule(
                    $"row: the {Number(axis.Classes)} classes of a location are contiguous and fill vectors, so classes are lanes, "
                        + (GroupSize() is { } size ? $"{Number(size)} locations after another in each phase" : "one location after another"),
                    LoopRole.Classes,
                    elementLanes,
                    MostPerStep,
                    elementLanes,
                    GroupSize(),
                    MostPerSumStep: HasCheapSums(kernel) ? MostCheapPerStep : MostPerStep);

                int FewestOfRows(ClassAxisIteration iteration) =>
                    kernel.Request.ForFewLocations ? elementLanes : iteration.Classes % (2 * elementLanes) != 0 ? FewestClassesOfRows
                    : kernel.Tensors.Count(static tensor => tensor is { Role: TensorRole.Input, Layout: TensorLayout.Elements }) > 1 ? FewestClassesOfSeveralInputs
                    : FewestClassesOfWholeVectors;

                // Where a location has its pairs to itself, they take so long that nothing is gained by others beside it.
                int? GroupSize() => !kernel.Request.ForFewLocations && pairs == 0 && TileLocations.CanRun(kernel) && IsCached(kernel.Tensors.Count(static tensor => tensor.Layout == TensorLayout.Elements)) ? GroupedRows : null;

                bool IsCached(int tensors) => axis.Classes * bytes * tensors <= (tensors > 2 ? MostBytesOfSeveralGroupedRows : MostBytesOfGroupedRow);

            case ClassAxisIteration axis when !kernel.Request.ForFewLocations && TileLocations.CanRun(kernel) && TileWidth(axis.Classes * bytes * (pairs + TileInPlace.CountApart([.. TileLocations.TiledTensors(kernel)]))) is { } width:
                return new Schedule(
                    $"tile: {Number(width)} neighbouring locations at a time, copied so that the elements of a class are contiguous, are lanes",
                    VectorLoop: null,
                    lanes,
                    MostPerStep,
                    lanes,
                    width,
                    HasTiles: true);

            // What a location needs once is worth lanes, even if its gradient is too large for a tile.
            case ClassAxisIteration axis when !kernel.Request.ForFewLocations && TileLocations.CanRun(kernel) && TileLocations.TiledTensors(kernel).All(static tensor => tensor.IsOutput):
                return new Schedule(
                    $"group: of the {Number(axis.Classes)} classes of a location only the label's is read, so {Number(WidestTile)} neighbouring locations, where they are, are lanes; "
                        + "gradients are filled one location after another",
                    VectorLoop: null,
                    lanes,
                    MostPerStep,
                    lanes,
                    WidestTile);

            case ClassAxisIteration axis:
                return new Schedule(
                    kernel.Request.ForFewLocations
                        ? "scalar: too few locations to fill a tile"
                        : $"scalar: the {Number(axis.Classes)} classes of a location are not neighbours in memory, and too many or too scattered for a tile",
                    VectorLoop: null,
                    lanes,
                    MostPerStep,
                    lanes);

            default:
                throw new InvalidOperationException($"No schedule for {kernel.Iteration}.");
        }
    }

    // Whether anything is computed in float32, even if the result is float64. A formula's scalar is widened before a loop over elements, but within a
    // location where it is used.
    private static bool HasSingles(LossKernel kernel) => kernel.Body.AllExpressions().SelectMany(Traversal.PostOrder).OfType<Apply>()
        .Any(e => e.Type.Scalar == ScalarType.Single || (e.Arguments.Any(static a => a.Type.Scalar == ScalarType.Single) && (e.Type == IrType.Boolean || kernel.Iteration is ClassAxisIteration)));

    // Measured: 0.8 of the time of correlation and Tversky loss at 256 and 1000 classes, and 0.9 of that of multi-class hinge.
    private static bool HasCheapSums(LossKernel kernel)
    {
        Reduce[] sums = [.. kernel.Body.AllExpressions().SelectMany(Traversal.PostOrder).OfType<Reduce>().Distinct()];
        return sums.Length is > 0 and <= MostCheapSums && sums.All(static sum => sum.Reduction == Reduction.Sum && !IsCostly(sum.Body));

        static bool IsCostly(Expr expr) => expr.DependsOnClass() && (expr switch
        {
            Apply { Op: Op.Divide } quotient when quotient.Arguments[1].DependsOnClass() => true,
            Apply apply => NodeSet.Transcendentals.Overlaps(NodeSet.Of(apply.Op)),
            _ => false,
        } || expr.Children().Any(IsCostly));
    }

    // A sum's order depends on the copies per step, so only the value decides: it is the same in kernels with and without gradients, and so are its bits.
    private static int CopiesPerStep(LossKernel kernel)
    {
        Expr[] terms = [.. kernel.Body.AllStatements().OfType<Accumulate>().Select(static accumulate => accumulate.Term)];
        if (terms.Length == 0)
        {
            terms = [.. kernel.Body.AllExpressions()];
        }

        // Each input's derivative has about as many operations as the value.
        int inputs = kernel.Tensors.Count(static tensor => tensor.Role == TensorRole.Input);
        int operations = terms.SelectMany(Traversal.PostOrder).OfType<Apply>().Distinct().Count() * (1 + inputs);
        return operations > 2 * MostOperationsPerStep ? 1
            : operations > MostOperationsPerStep ? MostPerStep / 2
            : terms.Any(static term => term.Contents.Overlaps(NodeSet.Of(Op.Divide) | NodeSet.Transcendentals)) ? MostPerStep
            : MostCheapPerStep;
    }

    // The widest that fits in a first-level cache, or the narrowest if that is not too large.
    private static int? TileWidth(int bytesPerLocation)
    {
        if (bytesPerLocation is > 0 and <= SmallLocationBytes)
        {
            return WidestTileOfSmall;
        }

        for (int width = WidestTile; width > NarrowestTile; width /= 2)
        {
            if (width * bytesPerLocation <= CachedTileBytes)
            {
                return width;
            }
        }

        return NarrowestTile * bytesPerLocation <= LargestTileBytes ? NarrowestTile : null;
    }
}
