using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering;

/// <summary>One step of the way from mathematics to what a dialect prints.</summary>
/// <param name="Name">What dumps and tests call it.</param>
/// <param name="Summary">What it does, for documents; the pass's own file says how and why.</param>
/// <param name="Run">Makes the new kernel.</param>
/// <param name="Promise">What holds from here on, where that is checked.</param>
internal sealed record Pass(string Name, string Summary, Func<LossKernel, LossKernel> Run, KernelSpecification? Promise = null);

/// <summary>The passes in their order, from a scalar kernel to a printable one.</summary>
/// <param name="isPrintable">Whether the dialects print an op of a type; <see cref="Legalise"/> expands the others.</param>
internal sealed class Pipeline(Func<Op, IrType, bool> isPrintable)
{
    public IReadOnlyList<Pass> Passes { get; } =
    [
        // Mathematics.
        new(nameof(RecogniseFunctions), "replaces combinations that lose digits by functions that do not", RecogniseFunctions.Run),
        new(nameof(Differentiate), "takes the derivatives by the chain rule and the table of partial derivatives", Differentiate.Run),
        new(nameof(Simplify), "applies identities that hold for every input", Simplify.Run),
        new(nameof(DescribeDerivatives), "writes formula and derivatives into the kernel's comment while they read as mathematics", DescribeDerivatives.Run),
        new(nameof(KeepDigits), "applies the same rules to derivatives, and takes the limit where a product of 0 and ∞ has one", KeepDigits.Run),
        new(nameof(Stabilise), "puts log-sum-exp and its like into the form that keeps its digits", Stabilise.Run),
        new(nameof(Legalise), "puts ops that no dialect prints in terms of ops that they do", kernel => Legalise.Run(kernel, isPrintable)),
        new(nameof(AlignMasks), "makes what selects as wide as what is selected", AlignMasks.Run),
        new(nameof(UseRanges), "puts the cheaper variant for a function whose argument is known to be no rare one", UseRanges.Run),
        new(nameof(ChooseSchedule), "chooses which neighbouring positions become lanes, and whether they are brought together in tiles", ChooseSchedule.Run),
        new(nameof(DistributeOverLabel), "multiplies the label's case and the others' apart", DistributeOverLabel.Run),
        new(nameof(PeelLabel), "maps all classes as if none were the label, then corrects the label", PeelLabel.Run),
        new(nameof(Simplify), "applies identities that hold for every input", Simplify.Run),
        new(nameof(KeepWide), "takes a float64 value that was narrowed and widened as it was before", KeepWide.Run),
        new(nameof(DivideOncePerLocation), "divides once a location instead of once a class", DivideOncePerLocation.Run),
        new(nameof(ScaleAtFinish), "moves a power of two out of a sum", ScaleAtFinish.Run),

        // Loops.
        new(nameof(TileLocations), "takes the locations tile by tile", TileLocations.Run),
        new(nameof(PickAtLabel), "finds the label's element while it goes through all classes, where these are few", PickAtLabel.Run),
        new(nameof(LowerClassAxis), "gives reductions over the classes their loops, and elements their loads", LowerClassAxis.Run),
        new(nameof(StoreForReuse), "keeps a costly value where the gradient will stand, to be read back", StoreForReuse.Run),
        new(nameof(HoistInvariants), "moves what is the same for all classes or elements ahead of their loop", HoistInvariants.Run),
        new(nameof(PropagateCopies), "reads a variable rather than its copy", PropagateCopies.Run),
        new(nameof(FuseMultiplyAdd), "contracts a·b + c to one rounding", FuseMultiplyAdd.Run),
        new(nameof(ShareSubexpressions), "computes each value once, in a local with a name", ShareSubexpressions.Run),
        new(nameof(RemoveUnused), "leaves out locals that nobody reads", RemoveUnused.Run, KernelSpecification.Ordered),
        new(nameof(TileInPlace), "puts a gradient's tile in the place of its input's", TileInPlace.Run),
        new(nameof(SplitByLabel), "takes what is looked up by the label out of what lanes compute", SplitByLabel.Run),
        new(nameof(SplitPhases), "takes all locations of a tile through one phase, then through the next", SplitPhases.Run),
        new(nameof(PrefetchTiles), "asks for memory before a tile comes from or goes to it", PrefetchTiles.Run),
        new(nameof(CutLongSums), "sums a long run piece by piece", CutLongSums.Run),
        new(nameof(SplitTail), "cuts the loop into steps of several vectors, single vectors and single positions", SplitTail.Run),
        new(nameof(Vectorise), "computes neighbouring positions at once", Vectorise.Run),
        new(nameof(HoistBroadcasts), "broadcasts a scalar once, ahead of the loop", HoistBroadcasts.Run),
        new(nameof(Unroll), "puts several vectors into one step", Unroll.Run),
        new(nameof(PrefetchRows), "asks for the next row of an input while there is much to compute for this one", PrefetchRows.Run),
        new(nameof(InlineSingleSteps), "puts the body for a loop that runs once", InlineSingleSteps.Run),

        new(nameof(Simplify), "applies identities that hold for every input", Simplify.Run),
        new(nameof(RowsToLocals), "keeps what one vector leaves for another out of memory", RowsToLocals.Run),
        new(nameof(ForwardStores), "reads what was just stored from the local that it was stored from", ForwardStores.Run),
        new(nameof(PlaceScratch), "gives a kernel's own memory its place in what it is lent", PlaceScratch.Run),

        // What can be printed.
        new(nameof(MaterialiseAccumulators), "makes accumulators mutable locals", MaterialiseAccumulators.Run),
        new(nameof(SplitWide), "puts two vectors for one that is wider than the machine's", SplitWide.Run),
        new(nameof(FuseMultiplyAdd), "contracts products that are added to an accumulator", FuseMultiplyAdd.Run),
        new(nameof(GuardGradients), "writes a gradient, and computes what it alone needs, where the caller asks for it", GuardGradients.Run),
        new(nameof(Simplify), "applies identities that hold for every input", Simplify.Run, KernelSpecification.Printable(isPrintable)),
    ];

    /// <summary>The kernel after every pass, the promises checked.</summary>
    public LossKernel Run(LossKernel kernel) => RunVectors(RunLoops(RunMathematics(kernel)));

    /// <summary>The kernel after the passes ahead of the schedule, which are the same however many locations it is written for.</summary>
    public LossKernel RunMathematics(LossKernel kernel)
    {
        Verifier.Require(kernel, KernelSpecification.Scalar);
        return Passes.Take(ScheduleAt).Aggregate(kernel, Apply);
    }

    /// <summary>The kernel after the passes from the schedule on that are the same whatever vectors it is written for.</summary>
    public LossKernel RunLoops(LossKernel kernel) => Passes.Skip(ScheduleAt).Take(VectorsAt - ScheduleAt).Aggregate(kernel, Apply);

    /// <summary>The kernel after all others.</summary>
    public LossKernel RunVectors(LossKernel kernel) => Passes.Skip(VectorsAt).Aggregate(kernel, Apply);

    /// <summary>The kernel after each pass, by the pass's name.</summary>
    public IEnumerable<(string Pass, LossKernel Kernel)> Stages(LossKernel kernel)
    {
        Verifier.Require(kernel, KernelSpecification.Scalar);
        foreach (Pass pass in Passes)
        {
            kernel = Apply(kernel, pass);
            yield return (pass.Name, kernel);
        }
    }

    private int ScheduleAt => Passes.TakeWhile(static pass => pass.Name != nameof(ChooseSchedule)).Count();

    // The first to ask for the widest vector.
    private int VectorsAt => Passes.TakeWhile(static pass => pass.Name != nameof(SplitByLabel)).Count();

    private static LossKernel Apply(LossKernel kernel, Pass pass)
    {
        kernel = pass.Run(kernel);
        if (pass.Promise is { } promise)
        {
            Verifier.Require(kernel, promise);
        }

        return kernel;
    }
}
