using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel.Drivers;

/// <summary>Which of a driver's versions runs.</summary>
internal enum VersionRole
{
    /// <summary>Serves any number of locations, block by block.</summary>
    Main,

    /// <summary>Serves a few locations, all in one block.</summary>
    FewLocations,
}

/// <summary>
/// The method around the versions of a kernel: it takes whole tensors, chooses a version, and adds the blocks' sums in order. Invariant: every step
/// prints as it is; nothing is left to choose.
/// </summary>
/// <param name="Name">The method's name.</param>
/// <param name="Sums">How many sums it computes: one is its result, several it leaves in memory that its caller lends.</param>
/// <param name="Tensors">The tensors it is passed, in parameter order; constant weights it finds itself.</param>
/// <param name="FormulaParameters">The scalars of the formula, after the number of samples.</param>
/// <param name="Scales">The factors of the formula's derivatives, after them.</param>
/// <param name="Main">The version for any number of locations.</param>
/// <param name="FewLocations">The version for a few; null if there is none.</param>
/// <param name="Bound">The types that hold a version's arguments, where the runtime library runs it.</param>
/// <param name="Steps">Its steps.</param>
internal sealed record Driver(
    string Name,
    int Sums,
    EquatableArray<Tensor> Tensors,
    EquatableArray<Variable> FormulaParameters,
    EquatableArray<Variable> Scales,
    KernelVersion Main,
    KernelVersion? FewLocations,
    EquatableArray<BoundKernel> Bound,
    EquatableArray<DriverStep> Steps)
{
    /// <summary>The locations that it skips; null for none.</summary>
    public IgnoredLocations? Ignored { get; init; }

    /// <summary>What its kernels compute.</summary>
    public KernelOutputs Outputs { get; init; } = new(Value: true, Gradients: 0);

    /// <summary>What a member wants of it, where it serves several; none where it leaves nothing to choose.</summary>
    public OutputParts Wanted { get; init; }

    /// <summary>Whether its calls say what they want.</summary>
    public bool IsShared => Main.Kernel.Request.IsShared;

    public bool ReturnsValue => Sums == 1;

    /// <summary>Whether it leaves its sums in memory.</summary>
    public bool LeavesSums => Sums > 1;

    /// <summary>The versions, the main one first.</summary>
    public IEnumerable<KernelVersion> Versions => FewLocations is null ? [Main] : [Main, FewLocations];

    public KernelVersion Version(VersionRole role) => role == VersionRole.Main
        ? Main
        : FewLocations ?? throw new InvalidOperationException($"{Name} has no version for a few locations.");

    /// <summary>The type that holds a version's arguments; null if the version is called directly.</summary>
    public BoundKernel? BoundOf(VersionRole role) => Bound.FirstOrDefault(bound => bound.Role == role);
}

/// <summary>A type that holds a version's arguments, so that the runtime library can run it over blocks: it lends memory, wakes threads, bypasses the caches.</summary>
/// <param name="Role">Which version.</param>
/// <param name="Tensors">The tensors that it holds.</param>
/// <param name="Scalars">The scalars that it holds, by the driver's names for them.</param>
/// <param name="ReplacedInputs">Where gradients could bypass the caches, the inputs that a gradient may overwrite: a line that was just read is cached.</param>
/// <param name="Run">How it runs one block.</param>
internal sealed record BoundKernel(VersionRole Role, EquatableArray<Tensor> Tensors, EquatableArray<Variable> Scalars, EquatableArray<ReplacedInput> ReplacedInputs, KernelRun Run);

/// <summary>An input and the gradient that may be computed in its place.</summary>
internal sealed record ReplacedInput(Tensor Input, Tensor Gradient);
