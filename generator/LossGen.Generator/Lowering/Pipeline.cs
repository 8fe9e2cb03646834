using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.ClassAxis;
using LossGen.Generator.Lowering.Drivers;
using LossGen.Generator.Lowering.Locals;
using LossGen.Generator.Lowering.Loops;
using LossGen.Generator.Lowering.Mathematics;
using LossGen.Generator.Lowering.Memory;
using LossGen.Generator.Lowering.Printing;
using LossGen.Generator.Lowering.Scheduling;

namespace LossGen.Generator.Lowering;

/// <summary>The passes in their order, from a scalar kernel to a printable one, in phases.</summary>
/// <param name="isPrintable">Whether the dialects print an op of a type; <see cref="Legalise"/> expands the others.</param>
internal sealed class Pipeline(Func<Op, IrType, bool> isPrintable)
{
    public Phase Mathematics { get; } = new(
        nameof(Mathematics),
        "the same however many locations a kernel is written for",
        [
            RecogniseFunctions.Pass,
            Differentiate.Pass,
            Simplify.Pass,
            DescribeDerivatives.Pass,
            KeepDigits.Pass,
            Stabilise.Pass,
            Legalise.PassFor(isPrintable),
            AlignMasks.Pass,
            UseRanges.Pass,
        ]);

    public Phase Schedule { get; } = new(
        nameof(Schedule),
        "chooses how the kernel runs, and writes its mathematics accordingly",
        [
            ChooseSchedule.Pass,
            DistributeOverLabel.Pass,
            PeelLabel.Pass,
            Simplify.Pass,
            ElideNarrowing.Pass,
            DivideOncePerLocation.Pass,
            CollectFactors.Pass,
            ScaleAtFinish.Pass,
        ]);

    public Phase Loops { get; } = new(
        nameof(Loops),
        "gives mathematics its loops, whatever the width of vectors",
        [
            TileLocations.Pass,
            PickAtLabel.Pass,
            LowerClassAxis.Pass,
            StoreForReuse.Pass,
            HoistInvariants.Pass,
            PropagateCopies.Pass,
            FuseMultiplyAdd.Pass,
            ShareSubexpressions.Pass,
            RemoveUnused.Pass,
        ],
        KernelSpecification.Ordered);

    public Phase Lanes { get; } = new(
        nameof(Lanes),
        "computes neighbouring positions at once, for one width of vectors",
        [
            TileInPlace.Pass,
            SplitByLabel.Pass,
            SplitPhases.Pass,
            PrefetchTiles.Pass,
            CutLongSums.Pass,
            SplitTail.Pass,
            Vectorise.Pass,
            CollectPartialSums.Pass,
            HoistBroadcasts.Pass,
            Unroll.Pass,
            PrefetchRows.Pass,
            InlineSingleSteps.Pass,
            Simplify.Pass,
            RowsToLocals.Pass,
            ForwardStores.Pass,
            PlaceScratch.Pass,
        ]);

    public Phase Printing { get; } = new(
        nameof(Printing),
        "leaves what a dialect prints, and nothing to decide",
        [
            MaterialiseAccumulators.Pass,
            SplitVectors.Pass,
            FuseMultiplyAdd.Pass,
            SkipLabelMasks.Pass,
            GuardGradients.Pass,
            SelectOutputs.Pass,
            Simplify.Pass,
        ],
        KernelSpecification.Printable(isPrintable));

    /// <summary>All phases in their order.</summary>
    public IReadOnlyList<Phase> Phases => [Mathematics, Schedule, Loops, Lanes, Printing];

    /// <summary>The passes that turn a kernel's versions into a driver, in their order.</summary>
    /// <param name="builder">States the driver.</param>
    /// <param name="sharesAmongThreads">Whether a call may use several threads.</param>
    public static IReadOnlyList<DriverPass> Drivers(DriverBuilder builder, bool sharesAmongThreads) =>
    [
        SkipIgnored.PassFor(builder),
        DispatchFewLocations.PassFor(builder),
        ReturnOneBlock.PassFor(builder),
        StreamGradients.Pass,
        ShareAmongThreads.PassFor(sharesAmongThreads),
        BindKernels.PassFor(builder),
    ];

    /// <summary>All passes over kernels in their order.</summary>
    public IReadOnlyList<Pass> Passes => [.. Phases.SelectMany(static phase => phase.Passes)];

    /// <summary>The kernel after all phases, with the promises checked.</summary>
    public LossKernel Run(LossKernel kernel) => Stages(kernel).Last().Kernel;

    /// <summary>The kernel after some consecutive phases.</summary>
    public LossKernel Run(LossKernel kernel, params Phase[] phases)
    {
        foreach (Phase phase in phases)
        {
            if (phase == Mathematics)
            {
                Verifier.Require(kernel, KernelSpecification.Scalar);
            }

            kernel = phase.Passes.Aggregate(kernel, static (current, pass) => pass.Run(current));
            Require(kernel, phase);
        }

        return kernel;
    }

    /// <summary>A kernel of single numbers, without positions and loops, after the passes that concern it.</summary>
    public LossKernel WithoutLoops(LossKernel kernel)
    {
        Phase scalars = new("Scalars", "computes single numbers", [ShareSubexpressions.Pass, RemoveUnused.Pass], KernelSpecification.Printable(isPrintable));
        return Run(kernel, Mathematics, scalars);
    }

    /// <summary>The kernel after each pass, by the pass's name.</summary>
    public IEnumerable<(string Pass, LossKernel Kernel)> Stages(LossKernel kernel)
    {
        Verifier.Require(kernel, KernelSpecification.Scalar);
        foreach (Phase phase in Phases)
        {
            foreach (Pass pass in phase.Passes)
            {
                kernel = pass.Run(kernel);
                yield return (pass.Name, kernel);
            }

            Require(kernel, phase);
        }
    }

    private static void Require(LossKernel kernel, Phase phase)
    {
        if (phase.Promise is { } promise)
        {
            Verifier.Require(kernel, promise);
        }
    }
}
