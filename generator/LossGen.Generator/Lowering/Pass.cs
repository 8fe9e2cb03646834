using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering;

/// <summary>
/// One step from mathematics to what a dialect prints. It declares which kinds of nodes must already be gone, which it eliminates and which it may
/// introduce, so that the order of passes can be checked without running any (<see cref="PassOrder"/>), and each declaration against what the pass
/// does.
/// </summary>
/// <param name="Name">The name of its class, which dumps and tests use.</param>
/// <param name="Summary">What it does, for documents; the class says how and why.</param>
/// <param name="Run">Makes the new kernel.</param>
internal sealed record Pass(string Name, string Summary, Func<LossKernel, LossKernel> Run)
{
    /// <summary>The kinds of nodes that an earlier pass must have eliminated.</summary>
    public NodeSet Forbids { get; init; }

    /// <summary>The kinds of nodes of which it leaves none.</summary>
    public NodeSet Eliminates { get; init; }

    /// <summary>The kinds of nodes that it may introduce where there were none.</summary>
    public NodeSet Introduces { get; init; }
}

/// <summary>Consecutive passes that run for the same versions of a kernel.</summary>
/// <param name="Name">Its name in documents.</param>
/// <param name="Summary">What its passes have in common.</param>
/// <param name="Passes">The passes in their order.</param>
/// <param name="Promise">What holds for every kernel after it; null if nothing is checked.</param>
internal sealed record Phase(string Name, string Summary, IReadOnlyList<Pass> Passes, KernelSpecification? Promise = null);
