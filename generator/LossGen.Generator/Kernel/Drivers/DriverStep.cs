using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel.Drivers;

/// <summary>A step of a driver.</summary>
internal abstract record DriverStep;

/// <summary>Returns if there are no samples.</summary>
internal sealed record ReturnWhereEmpty : DriverStep;

/// <summary>count = samples · <paramref name="PositionsPerSample"/>, the number of positions.</summary>
internal sealed record DeclareCount(int PositionsPerSample) : DriverStep;

/// <summary>Obtains memory for the sums of all blocks, where each has several.</summary>
internal sealed record LendBlockSums : DriverStep;

/// <summary>Binds a version's arguments to the type that holds them, in a local.</summary>
internal sealed record BindKernel(VersionRole Role) : DriverStep;

/// <summary>Runs the version for a few locations over all of them and returns, if there are at most <paramref name="Most"/>.</summary>
/// <param name="Most">How many locations count as few.</param>
/// <param name="Run">The run over all of them.</param>
internal sealed record ReturnWhereFew(int Most, KernelRun Run) : DriverStep;

/// <summary>Runs the main version over all positions and returns, if one block holds them.</summary>
/// <param name="Run">The run over all of them.</param>
internal sealed record ReturnWhereOneBlock(KernelRun Run) : DriverStep;

/// <summary>Returns what a method of its own returns, which has the steps after this one: a call that returns before needs none of their locals.</summary>
internal sealed record ContinueInMethod : DriverStep;

/// <summary>Has the runtime library run the main version and returns, if the input is large.</summary>
/// <param name="PositionsPerThread">How many positions are worth a thread; it takes twice as many to wake a second one. Null if one thread runs over all.</param>
/// <param name="StreamedFrom">From how many positions on gradients bypass the caches; null if they never do.</param>
/// <param name="StreamedWhere">Which calls have gradients; null if all have.</param>
internal sealed record ReturnWhereLarge(int? PositionsPerThread = null, int? StreamedFrom = null, IsWanted? StreamedWhere = null) : DriverStep;

/// <summary>Runs the main version block by block, and adds the blocks' results in order.</summary>
internal sealed record RunBlocks(KernelRun Run) : DriverStep;

/// <summary>Returns the sum of the blocks, or leaves their several sums in the caller's memory.</summary>
internal sealed record ReturnSum : DriverStep;

/// <summary>A version run over the positions from <paramref name="Start"/> up to <paramref name="End"/>.</summary>
/// <param name="Role">Which version.</param>
/// <param name="Tensors">The tensors it is called with, by the caller's names for them.</param>
/// <param name="Scalars">The scalars after the tensors, in terms of the caller's names.</param>
/// <param name="Start">The first position.</param>
/// <param name="End">The position after the last.</param>
/// <param name="IsLent">Whether the runtime library runs it through the type that holds its arguments, because it has to be lent memory.</param>
internal sealed record KernelRun(VersionRole Role, EquatableArray<Tensor> Tensors, EquatableArray<Expr> Scalars, Expr Start, Expr End, bool IsLent);
