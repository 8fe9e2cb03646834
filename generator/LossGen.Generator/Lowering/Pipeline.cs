using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering;

/// <summary>One step of the way from mathematics to what a dialect prints.</summary>
/// <param name="Name">What dumps and tests call it.</param>
/// <param name="Run">Makes the new kernel.</param>
/// <param name="Promise">What holds from here on, where that is checked.</param>
internal sealed record Pass(string Name, Func<LossKernel, LossKernel> Run, KernelSpecification? Promise = null);

/// <summary>The passes in their order, from a scalar kernel to a printable one.</summary>
/// <param name="isPrintable">Whether the dialects print an op of a type; <see cref="Legalise"/> expands the others.</param>
internal sealed class Pipeline(Func<Op, IrType, bool> isPrintable)
{
    public IReadOnlyList<Pass> Passes { get; } =
    [
        // Mathematics.
        new(nameof(Differentiate), Differentiate.Run),
        new(nameof(Simplify), Simplify.Run),
        new(nameof(DescribeDerivatives), DescribeDerivatives.Run),
        new(nameof(Stabilise), Stabilise.Run),
        new(nameof(Legalise), kernel => Legalise.Run(kernel, isPrintable)),
        new(nameof(PeelLabel), PeelLabel.Run),
        new(nameof(Simplify), Simplify.Run),
        new(nameof(DivideOncePerLocation), DivideOncePerLocation.Run),
        new(nameof(ScaleAtFinish), ScaleAtFinish.Run),

        // Loops.
        new(nameof(ChooseSchedule), ChooseSchedule.Run),
        new(nameof(LowerClassAxis), LowerClassAxis.Run),
        new(nameof(StoreForReuse), StoreForReuse.Run),
        new(nameof(HoistInvariants), HoistInvariants.Run),
        new(nameof(ShareSubexpressions), ShareSubexpressions.Run, KernelSpecification.Ordered),
        new(nameof(SplitTail), SplitTail.Run),
        new(nameof(Vectorise), Vectorise.Run),
        new(nameof(HoistBroadcasts), HoistBroadcasts.Run),
        new(nameof(Unroll), Unroll.Run),

        // What can be printed.
        new(nameof(MaterialiseAccumulators), MaterialiseAccumulators.Run),
        new(nameof(FuseMultiplyAdd), FuseMultiplyAdd.Run),
        new(nameof(Simplify), Simplify.Run, KernelSpecification.Printable(isPrintable)),
    ];

    /// <summary>The kernel after every pass, the promises checked.</summary>
    public LossKernel Run(LossKernel kernel) => Stages(kernel).Last().Kernel;

    /// <summary>The kernel after each pass, by the pass's name.</summary>
    public IEnumerable<(string Pass, LossKernel Kernel)> Stages(LossKernel kernel)
    {
        Verifier.Require(kernel, KernelSpecification.Scalar);
        foreach (Pass pass in Passes)
        {
            kernel = pass.Run(kernel);
            if (pass.Promise is { } promise)
            {
                Verifier.Require(kernel, promise);
            }

            yield return (pass.Name, kernel);
        }
    }
}
