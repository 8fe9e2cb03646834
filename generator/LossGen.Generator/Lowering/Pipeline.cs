using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering;

/// <summary>One step of the way from mathematics to what a dialect prints.</summary>
internal sealed record Pass(string Name, Func<LossKernel, LossKernel> Apply);

/// <summary>The passes in their order, from a scalar kernel to a printable one.</summary>
/// <param name="isPrintable">Whether the dialects print an op of a type; <see cref="Legalise"/> expands the others.</param>
internal sealed class Pipeline(Func<Op, IrType, bool> isPrintable)
{
    public IReadOnlyList<Pass> Passes { get; } =
    [
        // Mathematics.
        new(nameof(Differentiate), Differentiate.Apply),
        new(nameof(Simplify), Simplify.Apply),
        new(nameof(DescribeDerivatives), DescribeDerivatives.Apply),
        new(nameof(Stabilise), Stabilise.Apply),
        new(nameof(PeelLabel), PeelLabel.Apply),
        new(nameof(Simplify), Simplify.Apply),
        new(nameof(DivideOncePerLocation), DivideOncePerLocation.Apply),
        new(nameof(ScaleAtFinish), ScaleAtFinish.Apply),

        // Loops.
        new(nameof(ChooseSchedule), ChooseSchedule.Apply),
        new(nameof(LowerClassAxis), LowerClassAxis.Apply),
        new(nameof(StoreForReuse), StoreForReuse.Apply),
        new(nameof(HoistInvariants), HoistInvariants.Apply),
        new(nameof(ShareSubexpressions), ShareSubexpressions.Apply),
        new(nameof(BoundAccumulation), BoundAccumulation.Apply),
        new(nameof(SplitTail), SplitTail.Apply),
        new(nameof(Vectorise), Vectorise.Apply),
        new(nameof(HoistBroadcasts), HoistBroadcasts.Apply),
        new(nameof(Unroll), Unroll.Apply),

        // What can be printed.
        new(nameof(MaterialiseAccumulators), MaterialiseAccumulators.Apply),
        new(nameof(Legalise), kernel => Legalise.Apply(kernel, isPrintable)),
        new(nameof(FuseMultiplyAdd), FuseMultiplyAdd.Apply),
        new(nameof(Simplify), Simplify.Apply),
    ];

    /// <summary>The kernel after every pass, its promise checked at both ends.</summary>
    public LossKernel Run(LossKernel kernel)
    {
        Verifier.Require(kernel, KernelSpecification.Scalar);
        LossKernel lowered = Passes.Aggregate(kernel, static (current, pass) => pass.Apply(current));
        Verifier.Require(lowered, KernelSpecification.Printable(isPrintable));
        return lowered;
    }
}
